import type { ReactElement } from "react";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { Empty } from "../Empty.tsx";
import { formatInstant } from "../format.ts";
import { Money } from "../Money.tsx";
import { pageOf } from "../organisation/pages.ts";
import { given, useFilters } from "../organisation/use-filters.ts";
import { Select } from "../Select.tsx";
import { DataTable } from "../staff/DataTable.tsx";
import { useSort } from "../staff/use-sort.ts";
import { StatusMark } from "../StatusMark.tsx";
import { batchState, batchStateChoices } from "./states.ts";

/** All batches of the county, newest first; finance works on them, auditors read them. */
export function BatchesTable({ portal, hint }: { portal: "/finance" | "/audit"; hint: string }): ReactElement {
  const [filters, setFilters] = useFilters(["state", "sourceId"]);
  const sources = useApi("GET /api/v1/fund/sources", {});
  const sorting = useSort("GET /api/v1/payment-batches", "-madeAt");
  const batches = useApiPages(
    "GET /api/v1/payment-batches",
    { query: { ...given(filters), sort: sorting.sort } },
    pageOf,
  );
  return (
    <DataTable
      id="batches"
      caption="拨付批次"
      unit="批"
      rows={batches.rows}
      rowKey={(row) => row.id}
      sorting={sorting}
      href={(row) => `${portal}/batches/${row.id}`}
      filters={
        <>
          <Select
            className="w-40"
            aria-label="状态"
            value={filters.state}
            onChange={(state) => setFilters({ state })}
            placeholder="全部状态"
            choices={batchStateChoices}
          />
          <Select
            className="w-64"
            aria-label="资金来源"
            value={filters.sourceId}
            onChange={(sourceId) => setFilters({ sourceId })}
            placeholder="全部来源"
            choices={(sources.data?.rows ?? []).map((source) => ({ value: source.id, label: source.name }))}
          />
        </>
      }
      exportTo={{
        path: "/api/v1/payment-batches/export",
        query: { ...given(filters), sort: sorting.sort },
        name: "拨付批次.xlsx",
      }}
      hasMore={batches.hasMore}
      onMore={batches.onMore}
      isLoadingMore={batches.isLoadingMore}
      isPending={batches.isPending}
      error={batches.error}
      onRetry={batches.onRetry}
      empty={<Empty title="没有符合条件的批次">{hint}</Empty>}
      columns={[
        {
          key: "number",
          sort: "number",
          title: "批次",
          render: (row) => <span className="num font-medium">{row.number}</span>,
        },
        {
          key: "state",
          title: "状态",
          render: (row) => <StatusMark kind={batchState(row.state).kind}>{batchState(row.state).label}</StatusMark>,
        },
        { key: "source", sort: "sourceName", title: "资金来源", render: (row) => row.sourceName },
        {
          key: "count",
          sort: "count",
          title: "笔数",
          align: "right",
          render: (row) => <span className="num">{row.count}</span>,
        },
        {
          key: "total",
          sort: "totalFen",
          title: "金额",
          align: "right",
          render: (row) => <Money fen={row.totalFen} exact />,
        },
        {
          key: "made",
          sort: "madeAt",
          title: "编制",
          render: (row) => <span className="num">{`${row.madeBy} ${formatInstant(row.madeAt)}`}</span>,
        },
        {
          key: "released",
          sort: "releasedAt",
          title: "复核放款",
          render: (row) =>
            row.releasedBy === null || row.releasedAt === null ? (
              "—"
            ) : (
              <span className="num">{`${row.releasedBy} ${formatInstant(row.releasedAt)}`}</span>
            ),
        },
      ]}
    />
  );
}
