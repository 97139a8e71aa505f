import { randomUUID } from "node:crypto";
import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { datesOf, type Fact } from "./fact-kinds.ts";
import { implausibleDayOf } from "./plausible-days.ts";

/** A fact about a person, its source, and the fact it corrects. */
export interface NewFact {
  personId: string;
  fact: Fact;
  /** The register or paper it comes from. */
  source: string;
  replaces?: string | null;
  /** Why the replaced fact was wrong. */
  reason?: string | null;
}

/** Persons per event: its listeners process them in one transaction. */
const TOLD_AT_ONCE = 200;

/**
 * Records facts about many persons and emits `person-facts-recorded`. Nothing is overwritten: a correction names the fact it
 * replaces. `by` is the officer who answers for them. Returns their ids.
 */
export async function recordFacts(
  context: Context,
  given: readonly NewFact[],
  by: string | null = context.maybeActor?.accountId ?? null,
): Promise<string[]> {
  const rows = given.map((one) => ({ ...one, id: randomUUID() }));
  for (const { fact } of rows) mustBeRecordable(fact, context.today);
  for (let start = 0; start < rows.length; start += 2_000) {
    const batch = rows.slice(start, start + 2_000);
    await sql`
      insert into person_fact (id, person_id, kind, value, source, replaces, reason, recorded_by)
      select f.id, f.person_id, f.kind, f.value::jsonb, f.source, f.replaces, f.reason, ${by}::uuid
      from unnest(${batch.map((one) => one.id)}::uuid[], ${batch.map((one) => one.personId)}::uuid[],
        ${batch.map((one) => one.fact.kind)}::text[], ${batch.map((one) => json(one.fact.value))}::text[],
        ${batch.map((one) => one.source)}::text[], ${batch.map((one) => one.replaces ?? null)}::uuid[],
        ${batch.map((one) => one.reason ?? null)}::text[]) as f (id, person_id, kind, value, source, replaces, reason)`.execute(
      context.db,
    );
  }
  const kinds = [...new Set(rows.map(({ fact }) => fact.kind))];
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  for (let start = 0; start < personIds.length; start += TOLD_AT_ONCE)
    await context.emit("person-facts-recorded", { personIds: personIds.slice(start, start + TOLD_AT_ONCE), kinds });
  return rows.map((row) => row.id);
}

/** Refuses a fact that no office records, or whose days are out of order or implausible. */
export function mustBeRecordable(fact: Fact, today: CivilDate): void {
  // Typed groups of somebody who isn't named: any number of relatives could use them.
  if (fact.kind === "in-place-of")
    throw unacceptable(
      "in-place-declared",
      "替亲属参加培训不再由部门登记：请本人在“替亲属参加培训”里申报、上传关系证明，再到“代训确认”里确认。",
    );
  const detail = datesOf(fact);
  if (detail !== null) throw unacceptable("dates-out-of-order", detail, [{ pointer: "/fact/value/to", detail }]);
  const day = implausibleDayOf(fact, today);
  if (day !== null)
    throw unacceptable(day.code, day.sentence, [{ pointer: `/fact/value/${day.field}`, detail: day.sentence }]);
}

/** Refuses to correct a fact of another person or kind. */
export async function requireSameFact(context: Context, replaced: string, fact: NewFact): Promise<void> {
  const same = await context.db
    .selectFrom("person_fact")
    .select("id")
    .where("id", "=", replaced)
    .where("person_id", "=", fact.personId)
    .where("kind", "=", fact.fact.kind)
    .executeTakeFirst();
  if (!same)
    throw unacceptable("fact-unknown", "没有找到要更正的记录。请在该人员的同类记录中选择。", [
      { pointer: "/replaces", detail: "请选择要更正的记录" },
    ]);
}
