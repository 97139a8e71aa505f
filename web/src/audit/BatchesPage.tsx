import type { ReactElement } from "react";
import { useApi, useApiPages } from "../api/hooks.ts";
import { Empty } from "../ui/Empty.tsx";
import { formatInstant } from "../ui/format.ts";
import { Money } from "../ui/Money.tsx";
import { pageOf } from "../ui/organisation/pages.ts";
import { given, useFilters } from "../ui/organisation/use-filters.ts";
import { Select } from "../ui/Select.tsx";
import { DataTable } from "../ui/staff/DataTable.tsx";
import { useSort } from "../ui/staff/use-sort.ts";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { StatusMark } from "../ui/StatusMark.tsx";
import { batchState, batchStateChoices } from "../ui/fund/states.ts";

/** All batches, to read. */
export default function BatchesPage(): ReactElement {
  const [filters, setFilters] = useFilters(["state", "sourceId"]);
  const sources = useApi("GET /api/v1/fund/sources", {});
  const sorting = useSort("GET /api/v1/payment-batches", "-madeAt");
  const batches = useApiPages(
    "GET /api/v1/payment-batches",
    { query: { ...given(filters), sort: sorting.sort } },
    pageOf,
  );
  return (
    <StaffPage title="拨付批次" intro="编制与复核放款由两个人分别办理。">
      <DataTable
        id="audit-batches"
        caption="拨付批次"
        unit="批"
        rows={batches.rows}
        rowKey={(row) => row.id}
        sorting={sorting}
        href={(row) => `/audit/batches/${row.id}`}
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
        onMore={batches.loadMore}
        isLoadingMore={batches.isLoadingMore}
        isPending={batches.isPending}
        error={batches.error}
        onRetry={batches.refetch}
        empty={<Empty title="没有符合条件的批次">财政部门编制的批次会列在这里。</Empty>}
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
    </StaffPage>
  );
}
