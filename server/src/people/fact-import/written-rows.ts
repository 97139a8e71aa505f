import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import type { ImportRecord } from "./import-view.ts";
import type { Plan } from "./plan-rows.ts";
import type { Finding } from "./read-list.ts";

/** Result of one row: the effect it had, with the record it made. */
export interface Written {
  rowNumber: number;
  outcome: Plan["outcome"];
  findings?: Finding[];
  personId?: string | null;
  factId?: string | null;
  groupId?: string | null;
  wasUntil?: string | null;
}

/** Source of what an import records: the register, and the import in which it came. */
export const sourceOf = ({ source, number }: Pick<ImportRecord, "source" | "number">): string =>
  `${source}（第 ${number} 号导入）`;

/** Rows per statement: the planner takes a fresh import for a small one and compares each row with each. */
const STORED_AT_ONCE = 250;

/** Stores what became of these rows, which stand in their order. */
export async function storeWritten(context: Context, importId: string, rows: readonly Written[]): Promise<void> {
  for (let start = 0; start < rows.length; start += STORED_AT_ONCE)
    await storeBatch(context, importId, rows.slice(start, start + STORED_AT_ONCE));
}

async function storeBatch(context: Context, importId: string, rows: readonly Written[]): Promise<void> {
  const column = <K extends keyof Written>(key: K) => rows.map((row) => row[key] ?? null);
  await sql`
    update fact_import_row r set outcome = w.outcome, findings = coalesce(w.findings::jsonb, r.findings), person_id = w.person_id,
      fact_id = w.fact_id, group_id = w.group_id, was_until = w.was_until
    from unnest(${column("rowNumber")}::int[], ${column("outcome")}::text[],
      ${rows.map(({ findings }) => (findings === undefined ? null : json(findings)))}::text[], ${column("personId")}::uuid[],
      ${column("factId")}::uuid[], ${column("groupId")}::uuid[], ${column("wasUntil")}::text[])
      as w (row_number, outcome, findings, person_id, fact_id, group_id, was_until)
    where r.import_id = ${importId} and r.row_number = w.row_number
      and r.row_number between ${rows[0]?.rowNumber ?? 0} and ${rows.at(-1)?.rowNumber ?? 0}`.execute(context.db);
}
