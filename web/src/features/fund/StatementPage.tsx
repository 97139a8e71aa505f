import { CorrectEntryButton } from "./CorrectEntryButton.tsx";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Link } from "react-router";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useSources } from "./use-sources.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { ExportButton } from "../../lists/ExportButton.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";
import { StatementTable } from "./StatementTable.tsx";

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Statement of a source: opening + debits − credits = closing, for any period. */
export default function StatementPage(): ReactElement {
  const [filters, setFilters] = useFilters(["source", "from", "to"]);
  const sources = useSources();
  const source = filters.source === "" ? (sources.rows[0]?.id ?? "") : filters.source;
  const period = {
    from: filters.from === "" ? `${today().slice(0, 4)}-01-01` : filters.from,
    to: filters.to === "" ? today() : filters.to,
  };
  const statement = useApi(
    api.sources.statement,
    { params: { id: source }, query: period },
    { enabled: source !== "" },
  );
  const name = sources.nameOf(source) ?? "";
  return (
    <StaffPage
      title="期间报表"
      intro={name === "" ? undefined : `${name}，${formatPeriod(period.from, period.to)}`}
      actions={
        source === "" ? undefined : (
          <>
            <ExportButton
              target={{ path: `/api/v1/fund/sources/${source}/statement/export`, query: period, name: "期间报表.xlsx" }}
            />
            <a
              className="inline-flex min-h-(--touch) items-center px-3 text-accent underline underline-offset-4"
              href={`/api/v1/fund/sources/${source}/journal`}
            >
              下载日记账（hledger 格式）
            </a>
            <Button variant="secondary" icon="print" onClick={() => print()}>
              打印
            </Button>
          </>
        )
      }
    >
      <div data-print="hide" className="flex flex-wrap items-end gap-4 rounded-md border border-line bg-sheet p-4">
        <Field label="资金来源" className="w-72">
          <Select value={source} onChange={(value) => setFilters({ source: value })} choices={sources.choices} />
        </Field>
        <Field label="从" group>
          <DateInput value={period.from} onChange={(from) => from !== "" && setFilters({ from })} />
        </Field>
        <Field label="到" group>
          <DateInput value={period.to} onChange={(to) => to !== "" && setFilters({ to })} />
        </Field>
      </div>
      {source === "" ? (
        <QueryView query={sources.query}>{() => <Notice tone="info">还没有资金来源。请先设立。</Notice>}</QueryView>
      ) : (
        <QueryView query={statement}>
          {(data) => (
            <>
              <StatementTable accounts={data.accounts} />
              <Entries source={source} period={period} />
            </>
          )}
        </QueryView>
      )}
    </StaffPage>
  );
}

/** Movements behind the sums; each links to its payment or claim. */
function Entries({ source, period }: { source: string; period: { from: string; to: string } }): ReactElement {
  const [filters, , bind] = useFilters(["book"]);
  const base = usePortalBase();
  const list = useList(api.sources.entries, {
    params: { id: source },
    usual: "on",
    filters,
    query: period,
    exportAs: "明细账.xlsx",
    pick: (page) => ({
      items: page.rows.map((row) => ({ ...row, total: page.total })),
      nextCursor: page.nextCursor,
    }),
  });
  const total = list.rows[0]?.total;
  return (
    <DataTable
      id="entries"
      caption="明细账"
      unit="笔"
      {...list}
      rowKey={(row) => row.entryId}
      total={total}
      empty={<Empty title="这段时间没有发生额">换一段时间或另一个账簿再看看。</Empty>}
      filters={
        <>
          <h2 className="font-semibold">明细账</h2>
          <Filter
            label="账簿"
            all="两本账"
            {...bind("book")}
            choices={[
              { value: "quota", label: "额度账" },
              { value: "cash", label: "资金账" },
            ]}
          />
        </>
      }
      columns={[
        { key: "on", sort: "on", title: "日期", render: (row) => <span className="num">{row.on}</span> },
        { key: "book", title: "账簿", render: (row) => (row.book === "quota" ? "额度" : "资金") },
        { key: "movement", title: "业务", render: (row) => row.movement },
        {
          key: "note",
          title: "摘要",
          render: (row) =>
            row.paymentId !== null ? (
              <Link to={`${base}/payments/${row.paymentId}`} className={link}>
                {row.note}
              </Link>
            ) : row.claimId !== null ? (
              <Link to={`${base}/claims/${row.claimId}`} className={link}>
                {row.note}
              </Link>
            ) : (
              row.note
            ),
        },
        { key: "amount", title: "金额", align: "right", render: (row) => <Money fen={row.amountFen} exact /> },
        ...(base === "/finance"
          ? [
              {
                key: "act",
                title: "办理",
                render: (row: (typeof list.rows)[number]) =>
                  row.correctable ? <CorrectEntryButton entry={row} /> : (row.corrected ?? "—"),
              },
            ]
          : []),
      ]}
    />
  );
}

const link = "text-accent underline decoration-accent-line underline-offset-4";
