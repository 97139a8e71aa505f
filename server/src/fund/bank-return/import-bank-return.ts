import { accept, firstCharacters, foldCode, parseWrittenDate, parseYuan, refuse } from "@jinengtong/standards";
import type { RowOf } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem, unacceptable } from "../../kernel/problem.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { bookReturn, ReturnBooked } from "./bank-return.ts";

const text = (value: string) => accept(value.trim());
const number = (value: string) => accept(foldCode(value));

/** Words by which banks say how a payment ended, without blanks. */
const OUTCOMES = {
  paid: /^(交易|付款|处理|代发|转账|入账|扣款)?(成功|已到账|到账|已入账|已入帐|已完成|完成)$/,
  returned:
    /^(交易|付款|处理|代发|转账|入账)?(失败|不成功|退回|已退回|退票|已退票|退汇|已退汇|退款|已退款|拒绝|已拒绝)$/,
  pending: /^(银行)?(处理|交易|受理|审核)?(处理中|进行中|中|待处理|已受理|已提交|未处理)$/,
} as const;

/** Reads the bank's word for the outcome. */
export function parseOutcome(value: string) {
  const plain = value.replaceAll(/[\s（）()。.]/g, "");
  for (const [outcome, words] of Object.entries(OUTCOMES))
    if (words.test(plain)) return accept(outcome as keyof typeof OUTCOMES);
  return refuse("outcome-unknown", "处理结果应为“成功”或“退回”（也认交易成功、已入账、失败、退票、退汇、处理中等）");
}

const COLUMNS = {
  paymentNumber: { header: "付款编号", required: true, parse: number },
  amountFen: { header: "金额（元）", aliases: ["金额", "交易金额"], required: true, parse: parseYuan },
  outcome: {
    header: "处理结果",
    aliases: ["结果", "状态", "处理状态", "交易状态"],
    required: true,
    parse: parseOutcome,
  },
  on: { header: "处理日期", aliases: ["交易日期", "入账日期", "处理时间", "交易时间"], parse: parseWrittenDate },
  bankReference: { header: "银行流水号", aliases: ["流水号", "交易流水号"], parse: number },
  reason: { header: "退回原因", aliases: ["原因", "失败原因", "备注"], parse: text },
} as const;

/** A row with a result needs its day and its number at the bank; one that the bank is working on doesn't have them yet. */
function missingOf({ rowNumber, values }: { rowNumber: number; values: RowOf<typeof COLUMNS> }) {
  if (values.outcome === "pending") return [];
  return (["on", "bankReference"] as const)
    .filter((column) => values[column] === undefined)
    .map((column) => ({ rowNumber, header: COLUMNS[column].header, message: "此项必填" }));
}

/**
 * Imports the bank's return: xlsx or CSV (UTF-8 or GBK). Totals below the list are left out, payments that the bank is still working on
 * are named and wait; a file with unreadable rows books nothing and reports each.
 */
export const importBankReturn = operation({
  method: "POST",
  path: "/api/v1/bank-returns/import",
  summary: "导入银行回单",
  permission: { roles: ["finance"] },
  upload: { maxBytes: 10 * 1_048_576 },
  output: ReturnBooked,
  async run(context) {
    const file = context.upload;
    if (!file) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const sheet = await readSheetFile(file.temporaryPath, COLUMNS);
    const faults = [...sheet.errors, ...sheet.rows.flatMap(missingOf)];
    if (faults.length > 0) {
      throw new Problem(
        422,
        "rows-need-correction",
        `回单中有 ${Math.max(sheet.errorCount, faults.length)} 处需要更正，整份没有入账。请更正后重新上传。`,
        faults.map((error) => ({
          pointer: `/rows/${error.rowNumber}/${error.header}`,
          detail: `第 ${error.rowNumber} 行“${error.header}”：${error.message}`,
        })),
      );
    }
    const fileId = await context.services.files.keep(context, file, { purpose: "bank-return", personal: true });
    const rows = sheet.rows.map(({ values }) => values);
    return bookReturn(
      context,
      rows.flatMap(({ outcome, reason, on, bankReference, ...line }) =>
        outcome === "pending" || on === undefined || bankReference === undefined
          ? []
          : [{ ...line, outcome, on, bankReference, ...(reason ? { reason: firstCharacters(reason, 200) } : {}) }],
      ),
      {
        fileId,
        notes: sheet.notes,
        setAside: rows
          .filter((row) => row.outcome === "pending")
          .map(({ paymentNumber }) => ({ paymentNumber, reason: "银行处理中，有结果后请再上传回单" })),
      },
    );
  },
});
