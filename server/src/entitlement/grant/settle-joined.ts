import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { moveClaims } from "../claim/move-claims.ts";
import { storedCase } from "../programme/trace.ts";
import { lockPersons, takeSlots } from "./benefit-slots.ts";
import { RETURNED_DAYS } from "../claim/returned-days.ts";
import { slotsOf } from "./slot-rules.ts";

interface Followed {
  id: string;
  person_id: string;
  facts: unknown;
  policy_digest: string;
  returned_days: string[];
}

interface Slot {
  rule: string;
  key: string;
  ordinal: number;
  side: string;
}

/**
 * Two records were joined, or parted: limits count once for the person. Each granted claim takes its slots anew beside those of the other
 * record; for one without a free slot a cancellation is asked in the name of the officer who agreed, so that another decides and no
 * money leaves meanwhile. A claim that stayed behind with a second seat in the same class can't be granted beside its like: its
 * history names the other. Paid ones are for people: only they demand money back.
 */
export const settleJoined: Subscription<"people-joined"> = {
  event: "people-joined",
  name: "limits-of-joined",
  title: "并档后重新计算补贴次数",
  async run(context, { joinId }) {
    const join = await context.db
      .selectFrom("person_join")
      .select(["kept_id", "joined_id", "undoes", "decided_by"])
      .where("id", "=", joinId)
      .executeTakeFirst();
    if (!join) return;
    await lockPersons(context, [join.kept_id, join.joined_id]);
    const followed = await sql<Followed>`
      select c.id, c.person_id, d.facts, d.policy_digest, ${RETURNED_DAYS} as returned_days from claim c join claim_decision d on d.id = c.decision_id
      where c.person_id in (${join.kept_id}, ${join.joined_id})
        and exists (select from benefit_slot s where s.claim_id = c.id and s.person_id <> c.person_id)
      order by c.applied_on, c.number`.execute(context.db);
    const beyond: string[] = [];
    for (const claim of followed.rows) if (!(await takenAnew(context, claim))) beyond.push(claim.id);
    if (join.undoes === null) beyond.push(...(await staysBehind(context, join.joined_id)));
    await stop(context, beyond, join.decided_by);
  },
};

/** Takes the claim's slots in its person's name; false, and all as it was, where none is free. */
async function takenAnew(context: Context, claim: Followed): Promise<boolean> {
  const stored = storedCase(context.services, claim);
  if (!stored) return false;
  const { db } = context;
  const had = await sql<Slot & { person_id: string }>`
    delete from benefit_slot where claim_id = ${claim.id} returning person_id, rule, key, ordinal, side`.execute(db);
  await sql`savepoint slots`.execute(db);
  try {
    const losers = await takeSlots(context, [
      {
        claimId: claim.id,
        personId: claim.person_id,
        wants: slotsOf(stored.policy, stored.facts, claim.returned_days),
      },
    ]);
    if (losers.size === 0) return true;
  } catch (error) {
    // Two benefits that exclude each other: the database refuses the second.
    if (!(error instanceof Error && "constraint" in error && error.constraint === "never_together")) throw error;
  }
  await sql`rollback to savepoint slots`.execute(db);
  for (const slot of had.rows)
    await sql`
      insert into benefit_slot (claim_id, person_id, rule, key, ordinal, side)
      values (${claim.id}, ${slot.person_id}, ${slot.rule}, ${slot.key}, ${slot.ordinal}, ${slot.side})`.execute(db);
  return false;
}

async function staysBehind(context: Context, joinedId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from claim where person_id = ${joinedId}`.execute(context.db);
  return found.rows.map((row) => row.id);
}

async function stop(context: Context, claimIds: readonly string[], officerId: string | null): Promise<void> {
  if (claimIds.length === 0) return;
  const reason = "两份档案并为一份：同类补贴已达上限，或同一个班、同一职业等级已有一笔";
  const prepared = await sql<{ id: string }>`
    select id from claim where id = any(${[...claimIds]}::uuid[]) and state = 'prepared' order by id for update`.execute(
    context.db,
  );
  await moveClaims(
    context,
    prepared.rows.map((row) => row.id),
    "lapsed",
    { from: ["prepared"], reason },
  );
  // A release at this moment waits for the lock, or this for the release.
  await sql`
    select from claim where id = any(${[...claimIds]}::uuid[]) and state = 'batched' order by id for update`.execute(
    context.db,
  );
  await sql`
    insert into claim_cancellation (claim_id, reason, asked_by, asked_at)
    select c.id, ${reason}, ${officerId}, ${context.now} from claim c
    where c.id = any(${[...claimIds]}::uuid[]) and c.state in ('approved', 'publicised', 'objected', 'payable', 'batched')
    on conflict do nothing`.execute(context.db);
}
