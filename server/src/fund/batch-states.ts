import { z } from "zod";
import { Id } from "../kernel/shapes.ts";
import { defineStates } from "../kernel/states.ts";

/** A batch is made by one officer, released by another, sent to the bank and settled by its return. */
export const batchStates = defineStates({
  machine: "payment-batch",
  noun: "拨付批次",
  table: "payment_batch",
  birth: ["draft"],
  states: {
    draft: { label: "待提交", to: ["submitted", "cancelled"] },
    submitted: { label: "待复核放款", to: ["released", "draft", "cancelled"] },
    released: { label: "已放款", to: ["sent"] },
    sent: { label: "已送银行", to: ["settled"] },
    settled: { label: "已结清", to: [] },
    cancelled: { label: "已作废", to: [] },
  },
});

export const paymentStates = defineStates({
  machine: "payment",
  noun: "付款",
  table: "payment",
  birth: ["batched"],
  states: {
    batched: { label: "已入批", to: ["sent", "cancelled"] },
    sent: { label: "已送银行", to: ["paid", "returned"] },
    paid: { label: "已到账", to: ["returned"] },
    returned: { label: "银行退回", to: [] },
    cancelled: { label: "已移出", to: [] },
  },
});

export const clawbackStates = defineStates({
  machine: "clawback",
  noun: "追回通知",
  table: "clawback",
  birth: ["demanded"],
  states: {
    demanded: { label: "追回中", to: ["repaid", "cancelled", "written-off"] },
    repaid: { label: "已追回", to: [] },
    cancelled: { label: "已撤销", to: [] },
    "written-off": { label: "已核销", to: [] },
  },
});

/** What a move of a batch answers. */
export const BatchState = z.object({ id: Id, state: z.string() });
