import type { z } from "zod";
import { sheetReply } from "../../kernel/sheets.ts";
import { wholeList } from "../../kernel/whole-list.ts";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { batchStates, paymentStates } from "../batch-states.ts";
import { type BatchRow, listBatches, type BatchPayment, showBatch } from "./batch-view.ts";
import { batchOwner } from "../owners.ts";
import { listPayables } from "./payables.ts";

type Payable = z.output<typeof listPayables.output>["rows"][number];
const PAYABLE: WriteColumn<Payable>[] = [
  { header: "申请编号", width: 18, value: (row) => row.number },
  { header: "补贴项目", width: 22, value: (row) => row.benefit },
  { header: "收款人", width: 28, value: (row) => row.payeeName },
  { header: "收款账号", width: 24, value: (row) => row.accountMasked ?? "未登记" },
  { header: "公示开始", width: 12, value: (row) => row.approvedOn },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.amountFen },
  { header: "暂不能编批", width: 18, value: (row) => row.stop },
];

export const exportPayables = exportOf(listPayables, { title: "待拨付", columns: PAYABLE });

const BATCH: WriteColumn<z.output<typeof BatchRow>>[] = [
  { header: "批次", width: 16, value: (row) => row.number },
  { header: "状态", width: 14, value: (row) => batchStates.states[row.state as keyof typeof batchStates.states].label },
  { header: "资金来源", width: 34, value: (row) => row.sourceName },
  { header: "笔数", width: 8, kind: "number", value: (row) => row.count },
  { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.totalFen },
  { header: "编制人", width: 12, value: (row) => row.madeBy },
  { header: "复核放款人", width: 12, value: (row) => row.releasedBy },
];

export const exportBatches = exportOf(listBatches, { title: "拨付批次", columns: BATCH });

/** The second officer's points about a payment, in words. */
const lookWords = (row: z.output<typeof BatchPayment>): string[] => [
  ...(row.stop === null ? [] : [row.stop]),
  ...(row.earlier === null
    ? []
    : [`再次付款：${row.earlier.number} ${row.earlier.returnedOn ?? ""} 退回 ${row.earlier.reason ?? ""}`.trim()]),
  ...(row.accountChangedOn === null ? [] : [`账户 ${row.accountChangedOn} 更换`]),
  ...(row.accountReplacedOn === null ? [] : [`编批后账户 ${row.accountReplacedOn} 又换，本笔付原账户`]),
];

const PAYMENT: WriteColumn<z.output<typeof BatchPayment>>[] = [
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
  { header: "须核对", width: 48, value: (row) => lookWords(row).join("；") },
];

export const exportBatch = operation({
  method: "GET",
  path: "/api/v1/payment-batches/:id/export",
  summary: "导出批次明细",
  permission: { roles: ["finance", "auditor"], over: batchOwner },
  params: ById,
  query: showBatch.query.omit({ cursor: true, limit: true }),
  output: fileOutput,
  run: (context, { params, query }) =>
    sheetReply(
      "批次明细",
      PAYMENT,
      wholeList(
        context,
        async (inside, page) =>
          (await showBatch.run(inside, { params, body: {}, query: { ...query, ...page } })).payments,
      ),
    ),
});
