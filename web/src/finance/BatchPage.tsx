import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import type { Output } from "../api/client.ts";
import { useApi, useApiPages } from "../api/hooks.ts";
import { useSession } from "../api/session.ts";
import { Button } from "../ui/Button.tsx";
import { FactList } from "../ui/FactList.tsx";
import { formatInstant } from "../ui/format.ts";
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
import { BatchAct, type BatchActName } from "./BatchAct.tsx";
import { BankFileButton } from "./BankFileButton.tsx";
import { batchState, paymentState, paymentStateChoices } from "../ui/fund/states.ts";

export type Batch = Output<"GET /api/v1/payment-batches/:id">;

interface Offer {
  act: BatchActName;
  label: string;
  secondary?: boolean;
}

/** What this officer may do with the batch now. The maker never releases. */
function offersOf(batch: Batch, myName: string | undefined): Offer[] {
  switch (batch.state) {
    case "draft":
      return [
        { act: "submission", label: "提交放款复核" },
        { act: "cancellation", label: "作废批次", secondary: true },
      ];
    case "submitted":
      return batch.madeBy === myName
        ? [{ act: "cancellation", label: "作废批次", secondary: true }]
        : [
            { act: "release", label: "复核放款" },
            { act: "return", label: "退回编制人", secondary: true },
          ];
    case "released":
      return [{ act: "dispatch", label: "送银行" }];
    default:
      return [];
  }
}

/** One batch: its sums, its payments, and the next step. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const session = useSession();
  const batch = useApi("GET /api/v1/payment-batches/:id", { params: { id }, query: {} });
  const [filters, setFilters] = useFilters(["state"]);
  const sorting = useSort("GET /api/v1/payment-batches/:id", "number");
  const payments = useApiPages(
    "GET /api/v1/payment-batches/:id",
    { params: { id }, query: { ...given(filters), sort: sorting.sort } },
    (data) => pageOf(data.payments),
  );
  const policy = usePolicy();
  const [act, setAct] = useState<BatchActName | null>(null);
  return (
    <QueryView query={batch}>
      {(data) => (
        <StaffPage
          title={`拨付批次 ${data.number}`}
          intro={<StatusMark kind={batchState(data.state).kind}>{batchState(data.state).label}</StatusMark>}
          actions={
            <>
              {data.bankFileDigest !== null && <BankFileButton batch={data} />}
              {offersOf(data, session.data?.account?.name).map((offer) => (
                <Button
                  key={offer.act}
                  variant={offer.secondary === true ? "secondary" : "primary"}
                  onClick={() => setAct(offer.act)}
                >
                  {offer.label}
                </Button>
              ))}
            </>
          }
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
                      "待另一位财政人员复核"
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
                        value: <span className="num break-all">{data.bankFileDigest.slice(0, 23)}…</span>,
                      },
                    ]),
              ]}
            />
          </section>
          <DataTable
            id="batch-payments"
            caption="批次中的付款"
            unit="笔"
            rows={payments.rows}
            rowKey={(row) => row.id}
            sorting={sorting}
            href={(row) => `/finance/payments/${row.id}`}
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
                render: (row) => (
                  <span className="num">
                    {row.settledOn ?? "—"}
                    {row.returnReason === null ? "" : ` ${row.returnReason}`}
                  </span>
                ),
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
          {act !== null && <BatchAct act={act} batch={data} onClose={() => setAct(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}
