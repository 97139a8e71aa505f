import { county } from "@jinengtong/county";
import type { Expression } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { markBatched, markManyPaid } from "../grant/claim-marks.ts";
import { moveClaims } from "../claim/move-claims.ts";
import { openRound } from "./publicity-round.ts";
import { dueAfter, periodIsOver, PUBLICITY_DAYS } from "../claim/work-calendar.ts";

const CHUNK = 2_000;
/** Claims of one round: its notice is printed. */
const ROUND_MOST = 1_000;

/** Claims of a round: those of the region, cut by a condition on `claim c`; an officer's document number. */
export interface RoundWanted {
  region: string;
  only?: Expression<boolean>;
  document?: string | undefined;
  /** One document in several rounds. */
  sharesDocument?: boolean;
}

/**
 * Approved → publicised for five working days, starting tomorrow at the earliest, as one round under the next number. Whoever
 * withdrew their consent to it isn't publicised, and so not paid, until they give it again. Null if there was nothing to publicise.
 */
export async function publiciseApproved(
  context: Context,
  { region, only = sql<boolean>`true`, document, sharesDocument }: RoundWanted,
): Promise<{ id: string; title: string; publicised: number } | null> {
  const found = await sql<{ id: string }>`
    select id from claim c where state = 'approved' and starts_with(town, ${region}) and ${only}
      and standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is null
      and coalesce((select w.given from consent w where w.person_id = c.person_id and w.purpose = 'publication' order by w.id desc limit 1), true)
    order by number limit ${ROUND_MOST}`.execute(context.db);
  const ids = found.rows.map((row) => row.id);
  if (ids.length === 0) return null;
  await moveClaims(context, ids, "publicised", { from: ["approved"] });
  const round = await openRound(context, { claimIds: ids, region, document, sharesDocument });
  await sql`
    update claim set publicised_from = ${context.today}, publicised_to = ${dueAfter(context.today, PUBLICITY_DAYS)}
    where id = any(${ids}::uuid[])`.execute(context.db);
  return { ...round, publicised: ids.length };
}

/**
 * Publicised → payable after five announced working days, without an open objection or a hold. Claims of amount 0 (a settlement
 * covered by its advance) are settled at once, since the bank has nothing to do; a stopped one of them waits. Returns how many became
 * payable.
 */
export async function settlePublicised(context: Context): Promise<number> {
  const days = await sql<{ publicised_from: string }>`
    select distinct publicised_from from claim where state = 'publicised' and publicised_to < ${context.today}`.execute(
    context.db,
  );
  let settled = 0;
  for (const { publicised_from } of days.rows) {
    if (!periodIsOver(publicised_from as typeof context.today, PUBLICITY_DAYS, context.today)) continue;
    const found = await sql<{ id: string; fen: number }>`
      select c.id, c.approved_fen as fen from claim c
      where c.state = 'publicised' and c.publicised_from = ${publicised_from} and c.publicised_to < ${context.today}
        and not exists (select from objection o where o.claim_id = c.id and o.answered_at is null)
        and standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is null
        and (c.approved_fen > 0 or claim_stop(c.id, c.class_id, c.person_id, c.organisation_id, c.certificate_id) is null)
      order by c.id limit ${CHUNK}`.execute(context.db);
    const ids = found.rows.map((row) => row.id);
    await moveClaims(context, ids, "payable", { from: ["publicised"] });
    const free = found.rows.filter((row) => row.fen === 0).map((row) => row.id);
    await markBatched(context, free);
    await markManyPaid(
      context,
      free.map((claimId) => ({ claimId, fen: 0 })),
    );
    settled += ids.length;
  }
  return settled;
}

/**
 * Daily job: makes payable what was publicised long enough, and publicises what officers left approved, unless the county leaves
 * every round to them; in chunks that fit a transaction.
 */
export async function publicityRound(services: Services): Promise<void> {
  while ((await inTransaction(services, settlePublicised)) >= CHUNK);
  if (county().publicity?.automatic === false) return;
  const whole = { region: county().region.code };
  while (
    ((await inTransaction(services, (context) => publiciseApproved(context, whole)))?.publicised ?? 0) >= ROUND_MOST
  );
}
