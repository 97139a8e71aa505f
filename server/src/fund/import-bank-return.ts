import { readFile } from "node:fs/promises";
import { accept, parseWrittenDate, parseYuan, refuse } from "@jinengtong/standards";
import { readSheet, SheetError } from "../adapters/spreadsheet/index.ts";
import { operation } from "../kernel/operation.ts";
import { Problem, unacceptable } from "../kernel/problem.ts";
import { bookReturn, ReturnBooked } from "./bank-return.ts";

const text = (value: string) => accept(value.trim());
const COLUMNS = {
  paymentNumber: { header: "付款编号", required: true, parse: text },
  amountFen: { header: "金额（元）", aliases: ["金额", "交易金额"], required: true, parse: parseYuan },
  outcome: {
    header: "处理结果",
    aliases: ["结果", "状态"],
    required: true,
    parse(value: string) {
      if (/^(成功|已到账|到账|付款成功)$/.test(value.trim())) return accept("paid" as const);
      if (/^(失败|退回|退票|付款失败)$/.test(value.trim())) return accept("returned" as const);
      return refuse("outcome-unknown", "处理结果应为“成功”或“退回”");
    },
  },
  on: { header: "处理日期", aliases: ["交易日期", "入账日期"], required: true, parse: parseWrittenDate },
  bankReference: { header: "银行流水号", aliases: ["流水号", "交易流水号"], required: true, parse: text },
  reason: { header: "退回原因", aliases: ["原因", "备注"], parse: text },
} as const;

/** Imports the bank's return: xlsx or CSV (UTF-8 or GBK). A file with bad rows books nothing and reports each. */
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
    const bytes = await readFile(file.temporaryPath);
    const sheet = await readSheet(bytes, COLUMNS).catch((error: unknown) => {
      if (error instanceof SheetError) throw unacceptable(error.code, error.message);
      throw error;
    });
    if (sheet.errorCount > 0) {
      throw new Problem(
        422,
        "rows-need-correction",
        `回单中有 ${sheet.errorCount} 处需要更正，整份没有入账。请更正后重新上传。`,
        sheet.errors.map((error) => ({
          pointer: `/rows/${error.rowNumber}/${error.header}`,
          detail: `第 ${error.rowNumber} 行“${error.header}”：${error.message}`,
        })),
      );
    }
    await context.services.files.keep(context, file, { purpose: "bank-return", personal: true });
    return bookReturn(
      context,
      sheet.rows.map(({ values }) => ({
        paymentNumber: values.paymentNumber,
        outcome: values.outcome,
        amountFen: values.amountFen,
        on: values.on,
        bankReference: values.bankReference,
        ...(values.reason ? { reason: values.reason } : {}),
      })),
    );
  },
});
