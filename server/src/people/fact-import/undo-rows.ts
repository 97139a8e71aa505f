import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { groupOf } from "../keeper/subjects.ts";
import { CHUNK } from "./check-import.ts";
import type { ImportRecord } from "./import-view.ts";

/** Persons per event: its listeners process them in one transaction. */
const TOLD_AT_ONCE = 200;

interface Undone {
  row_number: number;
  person_id: string;
  fact_id: string | null;
  group_id: string | null;
  was_until: string | null;
}

/**
 * Takes an import back by new records: each fact is replaced by the one before it, or by a withdrawn one; a group is revoked, or goes on
 * until its former end. What was corrected since then stays as it is.
 */
export async function undoRows(context: Context, given: ImportRecord, undoes: string): Promise<void> {
  await sql`
    insert into fact_import_row (import_id, row_number, who, value, outcome, person_id)
    select ${given.id}, row_number, who, value, 'same', person_id from fact_import_row
    where import_id = ${undoes} and (fact_id is not null or group_id is not null)`.execute(context.db);
  await sql`update fact_import set total = (select count(*) from fact_import_row where import_id = ${given.id}) where id = ${given.id}`.execute(
    context.db,
  );
  await sql`select set_config('app.reason', ${given.reason ?? ""}, true)`.execute(context.db);
  for (let after = 0; ;) {
    const found = await sql<Undone>`
      select row_number, person_id, fact_id, group_id, was_until from fact_import_row
      where import_id = ${undoes} and (fact_id is not null or group_id is not null) and row_number > ${after}
      order by row_number limit ${CHUNK}`.execute(context.db);
    const last = found.rows.at(-1);
    if (last === undefined) return;
    after = last.row_number;
    const written =
      groupOf(given.subject) === null
        ? await undoFacts(context, given, found.rows)
        : await undoGroups(context, given, found.rows);
    await storeWritten(context, given.id, written);
    await tell(context, given, written);
  }
}
import { sourceOf, storeWritten, type Written } from "./written-rows.ts";

async function undoFacts(context: Context, given: ImportRecord, rows: readonly Undone[]): Promise<Written[]> {
  const made = await sql<{ fact: string; id: string }>`
    insert into person_fact (id, person_id, kind, value, source, replaces, reason, recorded_by)
    select gen_random_uuid(), f.person_id, coalesce(before.kind, 'withdrawn'), coalesce(before.value, jsonb_build_object('kind', f.kind)),
      coalesce(before.source, ${sourceOf(given)}), f.id, ${given.reason ?? ""}, ${given.confirmed_by}
    from person_fact f left join person_fact before on before.id = f.replaces and before.kind <> 'withdrawn'
    where f.id = any(${rows.map((row) => row.fact_id)}::uuid[]) and not exists (select from person_fact later where later.replaces = f.id)
    returning replaces as fact, id`.execute(context.db);
  const ids = new Map(made.rows.map(({ fact, id }) => [fact, id]));
  return rows.map((row) => writtenOf(row, { factId: ids.get(row.fact_id ?? "") ?? null }));
}

async function undoGroups(context: Context, given: ImportRecord, rows: readonly Undone[]): Promise<Written[]> {
  const entered = rows.filter((row) => row.was_until === null);
  const revoked = await sql<{ id: string }>`
    update person_group set state = 'revoked' where id = any(${entered.map((row) => row.group_id)}::uuid[])
      and state in ('confirmed', 'ended') returning id`.execute(context.db);
  const shortened = rows
    .filter((row) => row.was_until !== null)
    .map((row) => ({ ...row, id: randomUUID(), until: row.was_until === "open" ? null : row.was_until }));
  const prolonged = await sql<{ id: string }>`
    insert into person_group (id, person_id, code, valid_from, valid_to, evidence_note, state, decided_by, created_at)
    select s.id, g.person_id, g.code, g.valid_to + 1, s.until, ${sourceOf(given)}, 'confirmed', ${given.confirmed_by}, ${context.now}
    from unnest(${shortened.map(({ id }) => id)}::uuid[], ${shortened.map(({ group_id }) => group_id)}::uuid[],
      ${shortened.map(({ until }) => until)}::date[]) as s (id, group_id, until)
    join person_group g on g.id = s.group_id and g.state = 'ended' and (s.until is null or s.until > g.valid_to)
    where not exists (select from person_group o where o.person_id = g.person_id and o.code = g.code and o.state in ('declared', 'confirmed')
      and daterange(o.valid_from, o.valid_to, '[]') && daterange(g.valid_to + 1, s.until, '[]'))
    returning id`.execute(context.db);
  const done = new Set([...revoked.rows, ...prolonged.rows].map(({ id }) => id));
  const renewed = new Map(shortened.map(({ group_id, id }) => [group_id, id]));
  return rows.map((row) => {
    const id = row.was_until === null ? row.group_id : (renewed.get(row.group_id) ?? null);
    return writtenOf(row, { groupId: id !== null && done.has(id) ? id : null });
  });
}

const writtenOf = (row: Undone, made: Pick<Written, "factId" | "groupId">): Written => {
  const changed = (made.factId ?? made.groupId ?? null) !== null;
  return {
    rowNumber: row.row_number,
    personId: row.person_id,
    ...made,
    outcome: changed ? "change" : "same",
    ...(changed
      ? {}
      : {
          findings: [
            {
              column: "",
              value: "",
              code: "corrected-since",
              sentence: "这条记录后来又更正过，保持不变。",
              warning: true,
            },
          ],
        }),
  };
};

async function tell(context: Context, given: ImportRecord, written: readonly Written[]): Promise<void> {
  const people = [
    ...new Set(written.flatMap(({ outcome, personId }) => (outcome === "change" && personId ? [personId] : []))),
  ];
  const code = groupOf(given.subject);
  for (let start = 0; start < people.length; start += TOLD_AT_ONCE) {
    const personIds = people.slice(start, start + TOLD_AT_ONCE);
    if (code === null) await context.emit("person-facts-recorded", { personIds, kinds: [] });
    else await context.emit("person-group-confirmed", { personIds, code });
  }
}
