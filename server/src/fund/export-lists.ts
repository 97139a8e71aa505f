import type { z } from "zod";
import { everyRow, sheetReply } from "../kernel/sheets.ts";
import type { WriteColumn } from "../adapters/spreadsheet/index.ts";
import { operation } from "../kernel/operation.ts";
import { ById, fileOutput } from "../kernel/shapes.ts";
import { batchStates, clawbackStates, paymentStates } from "./batch-states.ts";
import { type BatchRow, listBatches, type PaymentRow, showBatch } from "./batch-view.ts";
import { listClawbacks } from "./clawback.ts";
import { batchOwner } from "./owners.ts";
import { listPayables } from "./payables.ts";

/** Lists of the fund as workbooks: the same rows as on screen, all pages of them. */
const ALL = { limit: 200 } as const;

type Payable = z.output<typeof listPayables.output>["rows"][number];
const PAYABLE: WriteColumn<Payable>[] = [
  { header: "申请编号", width: 18, value: (row) => row.number },
  { header: "补贴项目", width: 22, value: (row) => row.benefit },
  { header: "收款人", width: 28, value: (row) => row.payeeName },
  { header: "收款账号", width: 24, value: (row) => row.accountMasked ?? "未登记" },
  { header: "公示开始", width: 12, value: (row) => row.approvedOn },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
];

export const exportPayables = operation({
  method: "GET",
  path: "/api/v1/fund/payables/export",
  summary: "导出待拨付",
  permission: { roles: ["finance", "auditor"] },
  query: listPayables.query.omit({ cursor: true, limit: true }),
  output: fileOutput,
  run: async (context, { query }) =>
    sheetReply(
      "待拨付",
      PAYABLE,
      everyRow((cursor) => listPayables.run(context, { params: {}, body: {}, query: { ...query, ...ALL, cursor } })),
    ),
});

const BATCH: WriteColumn<z.output<typeof BatchRow>>[] = [
  { header: "批次", width: 16, value: (row) => row.number },
  { header: "状态", width: 14, value: (row) => batchStates.states[row.state as keyof typeof batchStates.states].label },
  { header: "资金来源", width: 34, value: (row) => row.sourceName },
  { header: "笔数", width: 8, kind: "number", value: (row) => row.count },
  { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.totalFen },
  { header: "编制人", width: 12, value: (row) => row.madeBy },
  { header: "复核放款人", width: 12, value: (row) => row.releasedBy },
];

export const exportBatches = operation({
  method: "GET",
  path: "/api/v1/payment-batches/export",
  summary: "导出拨付批次",
  permission: { roles: ["finance", "auditor"] },
  query: listBatches.query.omit({ cursor: true, limit: true }),
  output: fileOutput,
  run: async (context, { query }) =>
    sheetReply(
      "拨付批次",
      BATCH,
      everyRow((cursor) => listBatches.run(context, { params: {}, body: {}, query: { ...query, ...ALL, cursor } })),
    ),
});

const PAYMENT: WriteColumn<z.output<typeof PaymentRow>>[] = [
  { header: "付款编号", width: 22, value: (row) => row.number },
  { header: "申请编号", width: 18, value: (row) => row.claimNumber },
  { header: "收款人", width: 28, value: (row) => row.payeeName },
  { header: "收款账号", width: 24, value: (row) => row.accountMasked },
  { header: "开户银行", width: 26, value: (row) => row.bankName },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
  {
    header: "状态",
    width: 12,
    value: (row) => paymentStates.states[row.state as keyof typeof paymentStates.states].label,
  },
  { header: "到账或退回日期", width: 16, value: (row) => row.settledOn },
  { header: "退回原因", width: 24, value: (row) => row.returnReason },
];

export const exportBatch = operation({
  method: "GET",
  path: "/api/v1/payment-batches/:id/export",
  summary: "导出批次明细",
  permission: { roles: ["finance", "auditor"], over: batchOwner },
  params: ById,
  output: fileOutput,
  run: async (context, { params }) =>
    sheetReply(
      "批次明细",
      PAYMENT,
      everyRow(
        async (cursor) => (await showBatch.run(context, { params, body: {}, query: { ...ALL, cursor } })).payments,
      ),
    ),
});

type ClawbackRow = z.output<typeof listClawbacks.output>["rows"][number];
const CLAWBACK: WriteColumn<ClawbackRow>[] = [
  { header: "申请编号", width: 18, value: (row) => row.claimNumber },
  { header: "收款人", width: 28, value: (row) => row.payeeName },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
  { header: "原因", width: 36, value: (row) => row.reason },
  {
    header: "状态",
    width: 12,
    value: (row) => clawbackStates.states[row.state as keyof typeof clawbackStates.states].label,
  },
  { header: "限期", width: 12, value: (row) => row.dueOn },
  { header: "到账日期", width: 12, value: (row) => row.repaidOn },
];

export const exportClawbacks = operation({
  method: "GET",
  path: "/api/v1/clawbacks/export",
  summary: "导出追回",
  permission: { roles: ["finance", "reviewer", "auditor"] },
  query: listClawbacks.query.omit({ cursor: true, limit: true }),
  output: fileOutput,
  run: async (context, { query }) =>
    sheetReply(
      "追回",
      CLAWBACK,
      everyRow((cursor) => listClawbacks.run(context, { params: {}, body: {}, query: { ...query, ...ALL, cursor } })),
    ),
});
