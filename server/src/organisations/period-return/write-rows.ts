import type { Column, Values } from "@jinengtong/returns";
import { maskCitizenId, maskMobile } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import type { SheetFinding } from "../../kernel/sheet-report.ts";
import { citizenIdHash } from "../../people/index.ts";
import type { ReturnRecord } from "./return-record.ts";
import { rowColumnsOf, shownInReport } from "./row-columns.ts";

/** Rows of one return at most: more than any county's office trains in a year. */
export const MOST_ROWS = 200_000;
const AT_ONCE = 5_000;

export interface WrittenRow {
  rowNumber: number;
  values: Values;
}

interface Stored extends WrittenRow {
  id: string;
  key: Buffer;
  idNumber: string | undefined;
  phone: string | undefined;
  invoice: string | undefined;
}

/** Ends the rows of the version that is being filled in: its own are taken out, those of sent versions end with it. */
export async function endRows(context: Context, given: ReturnRecord, rowId?: string): Promise<number> {
  const which = rowId === undefined ? sql`true` : sql`id = ${rowId}`;
  const own = await sql`
    delete from period_return_row where return_id = ${given.id} and to_version is null and from_version = ${given.version} and ${which}`.execute(
    context.db,
  );
  const sent = await sql`
    update period_return_row set to_version = ${given.version}
    where return_id = ${given.id} and to_version is null and from_version < ${given.version} and ${which}`.execute(
    context.db,
  );
  return Number(own.numAffectedRows ?? 0n) + Number(sent.numAffectedRows ?? 0n);
}

/** Stores rows of a return, numbers sealed; a row that stands there already, or an invoice that another return has, is a finding. */
export async function writeRows(
  context: Context,
  given: ReturnRecord,
  rows: readonly WrittenRow[],
): Promise<SheetFinding[]> {
  const columns = rowColumnsOf(given.form);
  const prepared = rows.map((row) => prepare(context, given, columns, row));
  const findings: SheetFinding[] = [];
  const seen = new Map<string, number>();
  const fresh = prepared.filter((row) => {
    const key = row.key.toString("base64");
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row.rowNumber);
    else findings.push(finding(columns, row, "row-twice", `与第 ${before} 行相同，请删去一行。`));
    return before === undefined;
  });
  const last = await sql<{ line: number; count: number }>`
    select coalesce(max(line), 0)::int as line, count(*) filter (where to_version is null)::int as count
    from period_return_row where return_id = ${given.id}`.execute(context.db);
  const { line = 0, count = 0 } = last.rows[0] ?? {};
  if (count + fresh.length > MOST_ROWS)
    throw conflict("too-many-rows", `一份报表最多 ${MOST_ROWS.toLocaleString("zh-CN")} 行明细，请拆分后报送。`);
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const part = fresh.slice(start, start + AT_ONCE);
    const stored = await insert(context, given, columns, part, line + start);
    const refused = part.filter(({ id }) => !stored.has(id));
    if (refused.length > 0) findings.push(...(await whyRefused(context, given, columns, refused)));
  }
  await recount(context, given.id);
  return findings;
}

export const recount = (context: Context, id: string) =>
  sql`
    update period_return set row_count = (select count(*) from period_return_row where return_id = ${id} and to_version is null),
      edited_at = ${context.now} where id = ${id}`.execute(context.db);

function prepare(context: Context, given: ReturnRecord, columns: readonly Column[], row: WrittenRow): Stored {
  const of = (kind: Column["kind"]): string | undefined => {
    const column = columns.find((one) => one.kind === kind);
    const value = column && row.values[column.code];
    return value === undefined ? undefined : String(value);
  };
  const key = JSON.stringify((given.form.rows?.key ?? []).map((code) => row.values[code] ?? null));
  return {
    ...row,
    id: randomUUID(),
    key: context.services.sealer.lookupHash(key, "return-row"),
    idNumber: of("citizen-id"),
    phone: of("phone"),
    invoice: of("invoice"),
  };
}

async function insert(
  context: Context,
  given: ReturnRecord,
  columns: readonly Column[],
  rows: readonly Stored[],
  after: number,
): Promise<Set<string>> {
  const { sealer } = context.services;
  const seal = (column: string, row: Stored, value: string | undefined): Buffer | null =>
    value === undefined ? null : sealer.seal(value, { table: "period_return_row", column, row: row.id });
  const open = columns.filter(({ kind }) => kind !== "citizen-id" && kind !== "phone");
  const content = (row: Stored) => json(Object.fromEntries(open.map(({ code }) => [code, row.values[code]])));
  const made = await sql<{ id: string }>`
    insert into period_return_row (return_id, from_version, id, line, content, key_hash, id_number_sealed, id_number_hash, id_number_masked,
      phone_sealed, phone_masked, invoice)
    select ${given.id}::uuid, ${given.version}::int, n.* from unnest(${rows.map(({ id }) => id)}::uuid[],
      ${rows.map((_, at) => after + at + 1)}::int[], ${rows.map(content)}::jsonb[], ${rows.map(({ key }) => key)}::bytea[],
      ${rows.map((row) => seal("id_number", row, row.idNumber))}::bytea[],
      ${rows.map(({ idNumber }) => (idNumber === undefined ? null : citizenIdHash(sealer, idNumber)))}::bytea[],
      ${rows.map(({ idNumber }) => (idNumber === undefined ? null : maskCitizenId(idNumber)))}::text[],
      ${rows.map((row) => seal("phone", row, row.phone))}::bytea[],
      ${rows.map(({ phone }) => (phone === undefined ? null : maskMobile(phone)))}::text[],
      ${rows.map(({ invoice }) => invoice ?? null)}::text[]) as n
    on conflict do nothing returning id`.execute(context.db);
  return new Set(made.rows.map(({ id }) => id));
}

const finding = (
  columns: readonly Column[],
  row: Stored,
  code: string,
  sentence: string,
  kind?: Column["kind"],
): SheetFinding => {
  const column = columns.find((one) => one.kind === kind) ?? columns[0];
  return {
    rowNumber: row.rowNumber,
    column: column?.title ?? "",
    value: column ? shownInReport(column, row.values[column.code]) : "",
    code,
    sentence,
  };
};

/** Why the database did not take rows: they stand there already, or their invoice stands in another return. */
async function whyRefused(
  context: Context,
  given: ReturnRecord,
  columns: readonly Column[],
  rows: readonly Stored[],
): Promise<SheetFinding[]> {
  const found = await sql<{ key: Buffer }>`
    select key_hash as key from period_return_row
    where return_id = ${given.id} and to_version is null and key_hash = any(${rows.map(({ key }) => key)}::bytea[])`.execute(
    context.db,
  );
  const known = new Set(found.rows.map(({ key }) => key.toString("base64")));
  return rows.map((row) =>
    known.has(row.key.toString("base64"))
      ? finding(columns, row, "row-known", "这一行已在这份报表中，不必再报。")
      : finding(
          columns,
          row,
          "invoice-declared",
          "这张发票已在另一份申报中列支，同一张发票只能申报一次。请核对发票号码。",
          "invoice",
        ),
  );
}
