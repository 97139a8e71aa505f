import { createHash } from "node:crypto";
import { formatYuan } from "@jinengtong/standards";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

interface Line {
  number: string;
  payee_name: string;
  bank_name: string;
  account_id: string;
  number_sealed: Buffer;
  amount_fen: number;
}

/** A line of the bank's file; the last one holds the control totals. */
export interface BankRow {
  number: string;
  payee: string;
  account: string;
  bank: string;
  fen: number;
  purpose: string;
}

/** Columns of the bank's file. As a workbook the account is text, so that a spreadsheet program keeps its last digits. */
export const BANK_COLUMNS: WriteColumn<BankRow>[] = [
  { header: "付款编号", width: 24, value: (row) => row.number },
  { header: "收款人户名", width: 30, value: (row) => row.payee },
  { header: "收款账号", width: 26, value: (row) => row.account },
  { header: "开户银行", width: 28, value: (row) => row.bank },
  { header: "金额（元）", width: 14, kind: "yuan", value: (row) => row.fen },
  { header: "用途", width: 22, value: (row) => row.purpose },
];

/**
 * Bank file of a batch: CSV (UTF-8 with mark), one line per payment in the order of numbers, control totals in the last line. The
 * same batch gives the same bytes, so its digest proves which file was sent.
 */
export async function bankFile(
  context: Context,
  batch: { id: string; number: string },
): Promise<{ content: Buffer; digest: string; rows: BankRow[] }> {
  const { rows } = await sql<Line>`
    select p.number, p.payee_name, a.bank_name, a.id as account_id, a.number_sealed, p.amount_fen
    from payment p join payee_account a on a.id = p.payee_account_id
    where p.batch_id = ${batch.id} and p.state <> 'cancelled' order by p.number`.execute(context.db);
  const lines = rows.map((row) => ({
    number: row.number,
    payee: row.payee_name,
    account: context.services.sealer.openText(row.number_sealed, {
      table: "payee_account",
      column: "number",
      row: row.account_id,
    }),
    bank: row.bank_name,
    fen: row.amount_fen,
    purpose: "职业技能培训补贴",
  }));
  const total = {
    number: "合计",
    payee: `${rows.length} 笔`,
    account: "",
    bank: "",
    fen: rows.reduce((sum, row) => sum + row.amount_fen, 0),
    purpose: batch.number,
  };
  const table = [
    BANK_COLUMNS.map((column) => column.header),
    ...[...lines, total].map((row) => [row.number, row.payee, row.account, row.bank, yuan(row.fen), row.purpose]),
  ];
  const content = Buffer.from(`\uFEFF${table.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`, "utf8");
  return { rows: [...lines, total], content, digest: `sha256:${createHash("sha256").update(content).digest("hex")}` };
}

const yuan = (fen: number): string => formatYuan(fen).replaceAll(",", "");

/** Quotes where needed; a leading formula character is escaped. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
