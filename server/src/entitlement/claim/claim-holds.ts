import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";

/** Target of a hold: claims, or the records that claims rest on; claims made later are held too. */
export interface HoldSubjects {
  claims?: readonly string[];
  classes?: readonly string[];
  people?: readonly string[];
  organisations?: readonly string[];
}

export interface NewHold {
  causeId: string;
  /** Finding that reviewers and finance read. */
  title: string;
  reason: string;
  subjects: HoldSubjects;
}

const KINDS = { claims: "claim", classes: "class", people: "person", organisations: "organisation" } as const;

const coversClaim = sql`s.subject_id in (c.id, c.class_id, c.person_id, c.organisation_id)`;

/**
 * Holds claims because of a confirmed anomaly: none moves towards payment until it is settled. Locks them first, so that a
 * concurrent review or release either finishes before or sees the hold. Returns the number held.
 */
export async function holdClaims(context: Context, hold: NewHold): Promise<number> {
  const { claims = [], classes = [], people = [], organisations = [] } = hold.subjects;
  const locked = await sql`
    select c.id from claim c
    where c.id = any(${[...claims]}::uuid[]) or c.class_id = any(${[...classes]}::uuid[])
      or c.person_id = any(${[...people]}::uuid[]) or c.organisation_id = any(${[...organisations]}::uuid[])
    order by c.id for update`.execute(context.db);
  const made = await context.db
    .insertInto("claim_hold")
    .values({
      cause: "anomaly",
      cause_id: hold.causeId,
      title: hold.title,
      reason: hold.reason,
      placed_by: context.actor.accountId,
      placed_at: context.now,
      settled_by: null,
      settled_at: null,
      settled_because: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const subjects = (Object.keys(KINDS) as (keyof HoldSubjects)[]).flatMap((name) =>
    [...new Set(hold.subjects[name] ?? [])].map((id) => ({ hold_id: made.id, subject_id: id, kind: KINDS[name] })),
  );
  if (subjects.length > 0) await context.db.insertInto("claim_hold_subject").values(subjects).execute();
  return locked.rows.length;
}

/** Releases the claims of a cause, except those given: these stay held for good. Only held claims may be excepted. */
export async function settleHold(
  context: Context,
  causeId: string,
  settlement: { reason: string; excluded: readonly string[] },
): Promise<void> {
  const excluded = [...new Set(settlement.excluded)];
  const under = await sql<{ id: string }>`
    select distinct c.id from claim_hold h join claim_hold_subject s on s.hold_id = h.id join claim c on ${coversClaim}
    where h.cause_id = ${causeId} and h.settled_at is null and c.id = any(${excluded}::uuid[])`.execute(context.db);
  if (under.rows.length !== excluded.length)
    throw conflict("claim-not-under-hold", "所选申请中有不涉及这条疑点的，请刷新后重新选择。");
  await context.db
    .updateTable("claim_hold")
    .set({
      settled_by: context.actor.accountId,
      settled_at: context.now,
      settled_because: settlement.reason,
      excluded,
    })
    .where("cause_id", "=", causeId)
    .where("settled_at", "is", null)
    .execute();
}

/** The oldest active hold of each claim. */
export async function holdsOn(
  db: Database,
  claimIds: readonly string[],
): Promise<Map<string, { number: string; title: string; causeId: string }>> {
  const found = await sql<{ id: string; number: string; title: string; cause_id: string }>`
    select c.id, c.number, h.title, h.cause_id from claim c
    join claim_hold h on h.id = standing_hold(c.id, c.class_id, c.person_id, c.organisation_id)
    where c.id = any(${[...claimIds]}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ id, number, title, cause_id }) => [id, { number, title, causeId: cause_id }]));
}

/** Reason why a held claim can't proceed, naming the anomaly. */
export const heldBecause = (title: string): string =>
  `涉及已确认的疑点“${title}”，疑点处置前不能通过、核定或拨付。请先由另一位审核人员在“疑点”中处置（撤销认定，或剔除有问题的申请）。`;

/** Refuses if any of these claims is held, naming the first and its anomaly. */
export async function refuseHeld(context: Context, claimIds: readonly string[]): Promise<void> {
  const [held] = (await holdsOn(context.db, claimIds)).values();
  if (held)
    throw conflict("claim-held", `补贴申请 ${held.number} ${heldBecause(held.title)}`, {
      number: held.number,
      anomalyId: held.causeId,
    });
}
