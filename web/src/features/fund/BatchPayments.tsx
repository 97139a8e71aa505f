import { stateChoices, stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Money } from "../../kit/Money.tsx";
import { pageOf } from "../../lists/pages.ts";
import { useFilters } from "../../lists/use-filters.ts";
import { usePolicy } from "../claims/use-policy.ts";
import { Select } from "../../kit/Select.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { Batch } from "./BatchSums.tsx";

/** Payments of a batch, with the sum of the filtered ones. */
export function BatchPayments({ batch, portal }: { batch: Batch; portal: "/finance" | "/audit" }): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const payments = useList(api.batches.show, {
    params: { id: batch.id },
    usual: "number",
    filters,
    exportAs: `${batch.number}.xlsx`,
    pick: (answer) => pageOf(answer.payments),
  });
  const policy = usePolicy();
  const part = batch.byState.find(({ state }) => state === filters.state) ?? { count: 0, fen: 0 };
  return (
    <DataTable
      id="batch-payments"
      caption="批次中的付款"
      unit="笔"
      {...payments}
      rowKey={(row) => row.id}
      href={(row) => `${portal}/payments/${row.id}`}
      total={filters.state === "" ? batch.count : part.count}
      filters={
        <Select
          className="w-36"
          aria-label="状态"
          placeholder="全部状态"
          {...bind("state")}
          choices={stateChoices("payment")}
        />
      }
      totals={{
        amount: <Money fen={filters.state === "" ? batch.totalFen : part.fen} exact />,
      }}
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
            <StatusMark kind={stateWord("payment", row.state).kind}>{stateWord("payment", row.state).label}</StatusMark>
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
  );
}
