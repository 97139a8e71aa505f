import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi, useApiPages } from "../api/hooks.ts";
import { FactList } from "../ui/FactList.tsx";
import { formatInstant } from "../ui/format.ts";
import { batchState, paymentState, paymentStateChoices } from "../ui/fund/states.ts";
import { Money } from "../ui/Money.tsx";
import { pageOf } from "../ui/organisation/pages.ts";
import { usePolicy } from "../ui/organisation/use-policy.ts";
import { QueryView } from "../ui/QueryView.tsx";
import { given, useFilters } from "../ui/organisation/use-filters.ts";
import { Select } from "../ui/Select.tsx";
import { DataTable } from "../ui/staff/DataTable.tsx";
import { useSort } from "../ui/staff/use-sort.ts";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { StatusMark } from "../ui/StatusMark.tsx";

/** One batch, to read: who made it, who released it, the digest of the bank's file, and every payment in it. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const batch = useApi("GET /api/v1/payment-batches/:id", { params: { id }, query: {} });
  const [filters, setFilters] = useFilters(["state"]);
  const sorting = useSort("GET /api/v1/payment-batches/:id", "number");
  const payments = useApiPages(
    "GET /api/v1/payment-batches/:id",
    { params: { id }, query: { ...given(filters), sort: sorting.sort } },
    (data) => pageOf(data.payments),
  );
  const policy = usePolicy();
  return (
    <QueryView query={batch} lines={10}>
      {(data) => (
        <StaffPage
          title={`拨付批次 ${data.number}`}
          intro={<StatusMark kind={batchState(data.state).kind}>{batchState(data.state).label}</StatusMark>}
        >
          <section className="grid gap-4 rounded-md border border-line bg-sheet p-4 lg:grid-cols-[auto_1fr] lg:items-center lg:gap-10">
            <div>
              <Money fen={data.totalFen} exact size="display" />
              <p className="num mt-1 text-ink-2">{data.count} 笔</p>
            </div>
            <FactList
              columns={3}
              facts={[
                { label: "资金来源", value: data.sourceName },
                { label: "编制", value: <span className="num">{`${data.madeBy} ${formatInstant(data.madeAt)}`}</span> },
                {
                  label: "复核放款",
                  value:
                    data.releasedBy === null || data.releasedAt === null ? (
                      "尚未放款"
                    ) : (
                      <span className="num">{`${data.releasedBy} ${formatInstant(data.releasedAt)}`}</span>
                    ),
                },
                ...data.byState.map((part) => ({
                  label: paymentState(part.state).label,
                  value: (
                    <span className="num">
                      {part.count} 笔，
                      <Money fen={part.fen} exact />
                    </span>
                  ),
                })),
                ...(data.bankFileDigest === null
                  ? []
                  : [
                      {
                        label: "银行文件指纹",
                        wide: true,
                        value: <code className="num font-mono text-xs break-all">{data.bankFileDigest}</code>,
                      },
                    ]),
              ]}
            />
          </section>
          <DataTable
            id="audit-batch-payments"
            caption="批次中的付款"
            unit="笔"
            rows={payments.rows}
            rowKey={(row) => row.id}
            sorting={sorting}
            href={(row) => `/audit/payments/${row.id}`}
            exportTo={{
              path: `/api/v1/payment-batches/${id}/export`,
              query: { ...given(filters), sort: sorting.sort },
              name: `${data.number}.xlsx`,
            }}
            total={
              filters.state === ""
                ? data.count
                : (data.byState.find((part) => part.state === filters.state)?.count ?? 0)
            }
            filters={
              <Select
                className="w-36"
                aria-label="状态"
                placeholder="全部状态"
                value={filters.state}
                onChange={(state) => setFilters({ state })}
                choices={paymentStateChoices}
              />
            }
            totals={{
              amount: (
                <Money
                  fen={
                    filters.state === ""
                      ? data.totalFen
                      : (data.byState.find((part) => part.state === filters.state)?.fen ?? 0)
                  }
                  exact
                />
              ),
            }}
            hasMore={payments.hasMore}
            onMore={payments.loadMore}
            isLoadingMore={payments.isLoadingMore}
            isPending={payments.isPending}
            error={payments.error}
            onRetry={payments.refetch}
            columns={[
              {
                key: "number",
                sort: "number",
                title: "付款编号",
                render: (row) => <span className="num">{row.number}</span>,
              },
              { key: "claim", title: "补贴申请", render: (row) => <span className="num">{row.claimNumber}</span> },
              { key: "benefit", title: "补贴", render: (row) => policy.benefitTitle(row.benefit) },
              { key: "payee", sort: "payeeName", title: "收款人", render: (row) => row.payeeName },
              { key: "account", title: "收款账号", render: (row) => <span className="num">{row.accountMasked}</span> },
              {
                key: "state",
                title: "状态",
                render: (row) => (
                  <StatusMark kind={paymentState(row.state).kind}>{paymentState(row.state).label}</StatusMark>
                ),
              },
              {
                key: "settled",
                sort: "settledOn",
                title: "到账或退回",
                render: (row) => <span className="num">{row.settledOn ?? "—"}</span>,
              },
              {
                key: "amount",
                sort: "amountFen",
                title: "金额",
                align: "right",
                render: (row) => <Money fen={row.amountFen} exact />,
              },
            ]}
          />
        </StaffPage>
      )}
    </QueryView>
  );
}
