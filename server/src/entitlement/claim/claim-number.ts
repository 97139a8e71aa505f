import { county } from "@jinengtong/county";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/**
 * A claim's number, e.g. XX2020-000123: county prefix, year of application and a counter over all years, so that numbers sort in
 * order of assignment.
 */
export const claimNumber = (appliedOn: string, count: number): string =>
  `${county().numbers.claim}${appliedOn.slice(0, 4)}-${String(count).padStart(6, "0")}`;

/** Assigns a number for each day of application, in order. */
export async function nextClaimNumbers(context: Context, appliedOn: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ n: number }>`
    select nextval('claim_number') as n from generate_series(1, ${appliedOn.length})`.execute(context.db);
  return appliedOn.map((date, at) => claimNumber(date, rows[at]?.n ?? 0));
}
