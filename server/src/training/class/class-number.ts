import { county } from "@jinengtong/county";
import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/**
 * A class's number, e.g. KB2026000123: county prefix, year of the draft and a counter over all years, so that numbers sort in order
 * of assignment.
 */
export const classNumber = (draftedOn: CivilDate, count: number): string =>
  `${county().numbers.class}${draftedOn.slice(0, 4)}${String(count).padStart(6, "0")}`;

/** Takes the next class number. */
export async function nextClassNumber(context: Context): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('class_number') as n`.execute(context.db);
  return classNumber(context.today, rows[0]?.n ?? 0);
}
