import { stateChoices, stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Money } from "../../kit/Money.tsx";
import { pageOf } from "../../lists/pages.ts";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { BenefitName } from "../programmes/BenefitName.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { Button } from "../../kit/Button.tsx";
import type { Batch } from "./BatchSums.tsx";

export type BatchPayment = Batch["payments"]["rows"][number];

/** Points about a payment that must be looked at before money leaves. */
function lookWords(row: BatchPayment): string[] {
  const { stop, earlier, accountChangedOn, accountReplacedOn } = row;
  return [
    ...(stop === null ? [] : [`${stop}，不能放款`]),
    ...(earlier === null
      ? []
      : [
          `再次付款：${earlier.paidOn === null ? "上次" : `${earlier.paidOn} 到账，`}${earlier.returnedOn ?? ""} 退回（${earlier.reason ?? "未说明原因"}）`,
        ]),
    ...(accountChangedOn === null ? [] : [`收款账户 ${accountChangedOn} 更换过`]),
    ...(accountReplacedOn === null ? [] : [`编批后账户 ${accountReplacedOn} 又换，本笔仍付原账户`]),
  ];
}

/** Payments of a batch, with the sum of the filtered ones. */
export function BatchPayments({
  batch,
  portal,
  onTakeOut,
}: {
  batch: Batch;
  portal: "/finance" | "/audit";
  /** Offers to take a payment out, as long as the bank doesn't have the batch. */
  onTakeOut?: (payment: BatchPayment) => void;
}): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const payments = useList(api.batches.show, {
    params: { id: batch.id },
    usual: "number",
    filters,
    exportAs: `${batch.number}.xlsx`,
    pick: (answer) => pageOf(answer.payments),
  });
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
      filters={<Filter label="状态" {...bind("state")} choices={stateChoices("payment")} />}
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
        { key: "benefit", title: "补贴", render: (row) => <BenefitName {...row} /> },
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
          key: "look",
          title: "放款前核对",
          render: (row) => {
            const words = lookWords(row);
            return words.length === 0 ? (
              "—"
            ) : (
              <ul className="text-late">
                {words.map((word) => (
                  <li key={word}>{word}</li>
                ))}
              </ul>
            );
          },
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
        ...(onTakeOut === undefined
          ? []
          : [
              {
                key: "act",
                title: "办理",
                render: (row: BatchPayment) =>
                  row.state === "batched" ? (
                    <Button variant="quiet" onClick={() => onTakeOut(row)}>
                      移出
                    </Button>
                  ) : (
                    "—"
                  ),
              },
            ]),
      ]}
    />
  );
}
