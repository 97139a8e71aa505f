import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { SlotWant } from "./slot-rules.ts";

export interface SlotTaker {
  claimId: string;
  personId: string;
  /** The one in whose place they trained, whose right is used as well. */
  principalId?: string | undefined;
  wants: readonly SlotWant[];
}

/**
 * Serialises approvals of one person's claims, so that each sees the earlier ones. Locks in the order of ids; foreign keys to the
 * person don't wait.
 */
export async function lockPersons(context: Context, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await sql`select id from person where id = any(${[...personIds]}::uuid[]) order by id for no key update`.execute(
    context.db,
  );
}

const holdersOf = ({ personId, principalId }: SlotTaker): string[] =>
  principalId === undefined ? [personId] : [personId, principalId];

const nameOf = (person: string, rule: string, key: string): string => `${person} ${rule} ${key}`;

/**
 * Takes every claim's slots; returns the claims without a free one, each with those that hold what it would need. The unique index decides.
 */
export async function takeSlots(context: Context, takers: readonly SlotTaker[]): Promise<Map<string, string[]>> {
  const persons = takers.filter((taker) => taker.wants.length > 0).flatMap(holdersOf);
  const losers = new Map<string, string[]>();
  if (persons.length === 0) return losers;
  const taken = await sql<{ claim_id: string; person_id: string; rule: string; key: string; ordinal: number }>`
    select claim_id, person_id, rule, key, ordinal from benefit_slot where person_id = any(${persons}::uuid[])`.execute(
    context.db,
  );
  // Claims by ordinal.
  const held = new Map<string, Map<number, string>>();
  for (const slot of taken.rows) {
    const name = nameOf(slot.person_id, slot.rule, slot.key);
    held.set(name, (held.get(name) ?? new Map<number, string>()).set(slot.ordinal, slot.claim_id));
  }
  const rows: { claim: string; person: string; want: SlotWant; ordinal: number }[] = [];
  for (const taker of takers) {
    const { claimId, wants } = taker;
    const chosen = holdersOf(taker).flatMap((person) =>
      wants.map((want) => ({ person, want, free: freeOrdinals(held.get(nameOf(person, want.rule, want.key)), want) })),
    );
    const lacking = chosen.filter(({ want, free }) => free.length < (want.partial ? 1 : want.count));
    if (lacking.length > 0) {
      const holders = lacking.flatMap(({ person, want }) => [
        ...(held.get(nameOf(person, want.rule, want.key))?.values() ?? []),
      ]);
      losers.set(claimId, [...new Set(holders)]);
      continue;
    }
    for (const { person, want, free } of chosen) {
      const name = nameOf(person, want.rule, want.key);
      const claims = held.get(name) ?? new Map<number, string>();
      held.set(name, claims);
      for (const ordinal of free) {
        claims.set(ordinal, claimId);
        rows.push({ claim: claimId, person, want, ordinal });
      }
    }
  }
  if (rows.length > 0)
    await sql`
      insert into benefit_slot (claim_id, person_id, rule, key, ordinal, side)
      select * from unnest(${rows.map((r) => r.claim)}::uuid[], ${rows.map((r) => r.person)}::uuid[],
        ${rows.map((r) => r.want.rule)}::text[], ${rows.map((r) => r.want.key)}::text[],
        ${rows.map((r) => r.ordinal)}::int[], ${rows.map((r) => r.want.side)}::text[])`.execute(context.db);
  return losers;
}

function freeOrdinals(held: ReadonlyMap<number, unknown> | undefined, want: SlotWant): number[] {
  const free: number[] = [];
  for (let ordinal = 1; free.length < want.count && (want.limit === null || ordinal <= want.limit); ordinal += 1) {
    if (!held?.has(ordinal)) free.push(ordinal);
  }
  return free;
}

/** Releases the slots of claims that no longer count (cancelled, wholly recovered). */
export async function giveBackSlots(context: Context, claimIds: readonly string[]): Promise<void> {
  await context.db
    .deleteFrom("benefit_slot")
    .where("claim_id", "in", [...claimIds])
    .execute();
}
