import { createHash } from "node:crypto";
import { formatYuan } from "@jinengtong/standards";
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

const HEADER = ["付款编号", "收款人户名", "收款账号", "开户银行", "金额（元）", "用途"];

/**
 * Bank file of a batch: CSV (UTF-8 with mark), one line per payment in the order of numbers, control totals in the last line. The
 * same batch gives the same bytes, so its digest proves which file was sent.
 */
export async function bankFile(
  context: Context,
  batch: { id: string; number: string },
): Promise<{ content: Buffer; digest: string }> {
  const { rows } = await sql<Line>`
    select p.number, p.payee_name, a.bank_name, a.id as account_id, a.number_sealed, p.amount_fen
    from payment p join payee_account a on a.id = p.payee_account_id
    where p.batch_id = ${batch.id} and p.state <> 'cancelled' order by p.number`.execute(context.db);
  const total = rows.reduce((sum, row) => sum + row.amount_fen, 0);
  const lines = rows.map((row) => [
    row.number,
    row.payee_name,
    context.services.sealer.openText(row.number_sealed, {
      table: "payee_account",
      column: "number",
      row: row.account_id,
    }),
    row.bank_name,
    yuan(row.amount_fen),
    "职业技能培训补贴",
  ]);
  const table = [HEADER, ...lines, ["合计", `${rows.length} 笔`, "", "", yuan(total), batch.number]];
  const content = Buffer.from(`\uFEFF${table.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`, "utf8");
  return { content, digest: `sha256:${createHash("sha256").update(content).digest("hex")}` };
}

const yuan = (fen: number): string => formatYuan(fen).replaceAll(",", "");

/** Quotes where needed; a leading formula character is escaped. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
