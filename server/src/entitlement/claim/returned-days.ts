import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { DAY_SLOT } from "../claim-states.ts";

/** SQL: days of the claim `c` whose money came back, as text[]. */
export const RETURNED_DAYS = sql<string[]>`
  coalesce((select array_agg(d::text) from claim_cancellation x, unnest(x.less_days) d
            where x.claim_id = c.id and x.returned_at is not null), '{}')`;

/** SQL: days of the claim `c` that two officers asked back and whose money hasn't come back (yet, or ever), as text[]. */
export const DEMANDED_DAYS = sql<string[]>`
  coalesce((select array_agg(d::text) from claim_cancellation x, unnest(x.less_days) d
            where x.claim_id = c.id and x.agreed and x.returned_at is null), '{}')`;

/**
 * The money demanded of a claim came back (fen): days that were asked back with it are free for a follow-up, should their marks be put
 * right once more. Returns whether there were any.
 */
export async function returnDays(context: Context, claimId: string, fen: number): Promise<boolean> {
  const returned = await sql<{ days: string[] }>`
    update claim_cancellation set returned_at = ${context.now}
    where claim_id = ${claimId} and agreed and less_days is not null and less_fen <= ${fen} and returned_at is null and given_up_at is null
    returning less_days::text[] as days`.execute(context.db);
  const days = returned.rows.flatMap((row) => row.days);
  await sql`
    delete from benefit_slot where claim_id = ${claimId} and rule = ${DAY_SLOT} and right(key, 10) = any(${days}::text[])`.execute(
    context.db,
  );
  return days.length > 0;
}

/** The demand was withdrawn or written off: the money stays paid, and its days stay taken. */
export async function giveUpDays(context: Context, claimId: string): Promise<void> {
  await sql`
    update claim_cancellation set given_up_at = ${context.now}
    where claim_id = ${claimId} and agreed and less_days is not null and returned_at is null and given_up_at is null`.execute(
    context.db,
  );
}
