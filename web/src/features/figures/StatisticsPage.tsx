import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { ExportButton } from "../../lists/ExportButton.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";
import { CutBar } from "./CutBar.tsx";
import { CutChart } from "./CutChart.tsx";
import { CutTable } from "./CutTable.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { cuts, daysOf, isPeriod, type Table } from "./measures.ts";
import { MeasureStrip } from "./MeasureStrip.tsx";
import { useQuestion } from "./use-question.ts";

/** A measure with unit, split as one likes; a click opens the rows behind it. */
export default function StatisticsPage(): ReactElement {
  const [question, change] = useQuestion();
  const base = usePortalBase();
  const department = useSession().data?.account?.role === "department";
  const navigate = useNavigate();
  const { measure, by, split, filter } = question;
  const { source: _source, ...shared } = filter;
  const overview = useApi(api.statistics.overview, { query: shared });
  const asked = { measure, by, ...(split === "none" ? {} : { split }), ...filter };
  const table = useApi(api.statistics.ask, { query: asked });

  /** Rows behind one part, under the same filters. */
  function rowsOf(code: string | null): string {
    const part = code === null ? {} : isPeriod(by) ? narrowed(daysOf(code), filter) : { [by]: code };
    return `${base}/statistics/rows?${new URLSearchParams({ measure, ...filter, ...part }).toString()}`;
  }
  const canOpen = (code: string) => code !== "" || isPeriod(by);

  return (
    <StaffPage
      title="统计"
      intro={
        table.data === undefined
          ? "由事实推算，随时可以重算。"
          : `${table.data.note}。数据截至 ${formatInstant(table.data.asOf)}`
      }
      actions={
        <>
          <Button variant="secondary" icon="table" to={rowsOf(null)}>
            全部明细
          </Button>
          <ExportButton target={{ path: "/api/v1/statistics/export", query: asked, name: "统计.xlsx" }} />
          <Button variant="secondary" icon="print" onClick={() => print()}>
            打印
          </Button>
        </>
      }
    >
      {department && (
        <Notice title="只统计归本部门负责的数">
          按
          <Link to={`${base}/scopes`} className="text-accent underline underline-offset-3">
            部门分工
          </Link>
          认定；没有设定分工的，这里是空的。
        </Notice>
      )}
      <QueryView query={overview} lines={5}>
        {(data) => (
          <MeasureStrip
            figures={data.figures}
            current={measure}
            onPick={(next) =>
              change({
                measure: next,
                source: "",
                ...(by === "source" ? { by: "" } : {}),
                ...(split === "source" ? { split: "" } : {}),
              })
            }
          />
        )}
      </QueryView>
      <div data-print="hide" className="grid gap-3">
        <CutBar question={question} onChange={change}>
          <FilterChips question={question} onChange={change} />
        </CutBar>
      </div>
      <QueryView
        query={table}
        lines={10}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Empty title="这些条件下没有数据">放宽日期或条件再看看。</Empty>}
      >
        {(data) => (
          <>
            <h2 className="text-xl font-semibold">
              {data.label}，按{by === "none" ? "总数" : cuts[by]}
              <span className="num ml-3 text-base font-normal text-ink-2">
                合计 <strong className="font-semibold text-ink">{formatNumber(data.total / data.scale)}</strong>{" "}
                {data.unit}
                {data.unit === "人" && !isOnePer(data) && "（一人可能在几项中，各项相加会大于合计）"}
              </span>
            </h2>
            <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[3fr_2fr]">
              <CutChart
                table={data}
                onPick={(code) => {
                  if (canOpen(code)) void navigate(rowsOf(code));
                }}
              />
              <CutTable table={data} hrefOf={(code) => (canOpen(code) ? rowsOf(code) : null)} />
            </div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

const isOnePer = (table: Table): boolean => table.rows.reduce((sum, row) => sum + row.value, 0) === table.total;

/** A period within the days already asked for. */
function narrowed(days: { from: string; to: string }, filter: { from?: string; to?: string }) {
  return {
    from: filter.from !== undefined && filter.from > days.from ? filter.from : days.from,
    to: filter.to !== undefined && filter.to < days.to ? filter.to : days.to,
  };
}
