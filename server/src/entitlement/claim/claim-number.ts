import { county } from "@jinengtong/county";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/** A claim's number, e.g. XX2020-000123: the county's prefix, the year of application and a running count over all years, so numbers sort as they were given. */
export const claimNumber = (appliedOn: string, count: number): string =>
  `${county().numbers.claim}${appliedOn.slice(0, 4)}-${String(count).padStart(6, "0")}`;

/** Takes a number for each day of application, in their order. */
export async function nextClaimNumbers(context: Context, appliedOn: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ n: number }>`
    select nextval('claim_number') as n from generate_series(1, ${appliedOn.length})`.execute(context.db);
  return appliedOn.map((date, at) => claimNumber(date, rows[at]?.n ?? 0));
}
