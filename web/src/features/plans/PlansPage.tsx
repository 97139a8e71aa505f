import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatYuan } from "@jinengtong/standards";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import type { DataColumn } from "../../lists/column.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { ProposePlacesDialog } from "./ProposePlacesDialog.tsx";
import { PlaceChanges } from "./PlaceChanges.tsx";

type Row = Output<Api["planUse"]["list"]>["rows"][number];

const thisYear = new Date().getFullYear();
const years = Array.from({ length: 12 }, (_, back) => String(thisYear + 1 - back));

/** 专项计划: places of named plans by year, for the plan, its towns and institutions, against what classes drew of them (五.1). */
export default function PlansPage(): ReactElement {
  const [filters, , bind] = useFilters(["year", "projectId"]);
  const year = filters.year === "" ? String(thisYear) : filters.year;
  const list = useList(api.planUse.list, {
    usual: "project",
    filters: { ...filters, year },
    exportAs: "专项计划名额使用情况.xlsx",
  });
  const people = useApi(api.planUse.list, { query: { year: Number(year), limit: 1 } });
  const projects = useApi(api.projects.list, { query: {} }, { staleTime: 60_000 });
  const plans = (projects.data?.rows ?? []).filter((project) => project.kind === "named-plan");
  const role = useSession().data?.account?.role;
  const [proposing, setProposing] = useState<Row | "new" | null>(null);
  const mayPropose = role === "reviewer" || role === "department";
  const columns: DataColumn<Row, SortName<Api["planUse"]["list"]>>[] = [
    {
      key: "project",
      sort: "project",
      title: "专项计划",
      render: (row) => (
        <span className={row.scope === "plan" ? "font-medium" : "text-ink-2"}>
          {row.project}
          {row.scope === "plan" && <span className="ml-2 text-sm text-ink-3">{row.owner ?? "人社部门"}主管</span>}
        </span>
      ),
    },
    { key: "place", title: "范围", render: (row) => row.place },
    {
      key: "places",
      sort: "places",
      title: "名额",
      align: "right",
      render: (row) => (row.overdraw === 0 ? row.places : `${row.places} + ${row.overdraw}`),
    },
    { key: "use", sort: "drawn", title: "已占用", render: (row) => <UseBar row={row} /> },
    {
      key: "left",
      sort: "left",
      title: "剩余",
      align: "right",
      render: (row) => <span className={row.left === 0 ? "font-semibold text-late" : ""}>{row.left}</span>,
    },
    { key: "used", sort: "used", title: "在册人次", align: "right", render: (row) => row.used },
    { key: "done", sort: "done", title: "结业人次", align: "right", render: (row) => row.done },
    { key: "persons", title: "在册人数", align: "right", render: (row) => row.persons },
    {
      key: "fen",
      title: "资金（元）",
      align: "right",
      render: (row) => (row.fen === null ? "" : formatYuan(row.fen)),
    },
    { key: "returnsOn", title: "收回日期", render: (row) => <span className="num">{row.returnsOn ?? ""}</span> },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        mayPropose ? (
          <Button variant="quiet" label={`调整 ${row.project} ${row.place}`} onClick={() => setProposing(row)}>
            调整
          </Button>
        ) : null,
    },
  ];
  return (
    <StaffPage
      title="专项计划"
      intro="名额由主管部门提出、人社部门另一人下达。批准开班时占用，开班后按在册人数计，取消的班当即释放。没有下达名额的计划不限人数。"
      actions={
        mayPropose && (
          <Button icon="plus" onClick={() => setProposing("new")}>
            下达名额
          </Button>
        )
      }
    >
      <PlaceChanges year={year} />
      <DataTable
        id="plan-quotas"
        caption={`${year} 年专项计划名额${people.data === undefined ? "" : `，各计划在册共 ${people.data.people} 人`}`}
        unit="项"
        columns={columns}
        rowKey={(row) => row.id}
        {...list}
        filters={
          <>
            <Select
              className="w-32"
              aria-label="年度"
              {...bind("year", String(thisYear))}
              choices={years.map((each) => ({ value: each, label: `${each} 年` }))}
            />
            <Filter
              {...bind("projectId")}
              label="计划"
              all="全部"
              choices={plans.map((plan) => ({ value: plan.id, label: plan.name }))}
            />
          </>
        }
        empty={
          <Empty title="这一年还没有下达名额">
            {mayPropose ? "点“下达名额”，先给全计划，再分到镇和机构。" : "主管部门下达后列在这里。"}
          </Empty>
        }
      />
      {proposing !== null && (
        <ProposePlacesDialog
          plans={plans}
          year={Number(year)}
          {...(proposing === "new" ? {} : { row: proposing })}
          onClose={() => setProposing(null)}
        />
      )}
    </StaffPage>
  );
}

/** Share of the places that approved classes hold. */
function UseBar({ row }: { row: Row }): ReactElement {
  const whole = row.places + row.overdraw;
  const percent = whole === 0 ? 0 : Math.round((row.drawn / whole) * 100);
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="h-2 w-24 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-primary" style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <span className="num">
        {row.drawn}（{percent}%）
      </span>
    </span>
  );
}
