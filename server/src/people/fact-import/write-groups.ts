import { groups } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { groupOf } from "../keeper/subjects.ts";
import { notifyAll } from "../message/notify.ts";
import type { ImportRecord } from "./import-view.ts";
import type { Plan } from "./plan-rows.ts";
import type { ListRow } from "./read-list.ts";
import { sourceOf } from "./written-rows.ts";

interface Planned {
  row: ListRow;
  personId: string;
  plan: Plan;
}
type Wrote = Map<ListRow, { groupId: string; wasUntil?: string | null }>;

/** Persons per event: its listeners process them in one transaction. */
const TOLD_AT_ONCE = 200;

/** Writes what a list of a group's members says: new members, confirmed declarations, earlier ends. Emits one event per 200 persons. */
export async function writeGroups(context: Context, given: ImportRecord, planned: readonly Planned[]): Promise<Wrote> {
  const code = groupOf(given.subject);
  const wrote: Wrote = new Map();
  if (code === null) return wrote;
  await sql`select set_config('app.reason', ${sourceOf(given)}, true)`.execute(context.db);
  await addMembers(context, given, code, planned, wrote);
  await confirmDeclared(context, given, code, planned, wrote);
  await endEarlier(context, planned, wrote);
  const personIds = [...new Set(planned.filter(({ row }) => wrote.has(row)).map(({ personId }) => personId))];
  for (let start = 0; start < personIds.length; start += TOLD_AT_ONCE)
    await context.emit("person-group-confirmed", { personIds: personIds.slice(start, start + TOLD_AT_ONCE), code });
  return wrote;
}

async function addMembers(
  context: Context,
  given: ImportRecord,
  code: string,
  planned: readonly Planned[],
  wrote: Wrote,
): Promise<void> {
  const rows = planned.flatMap(({ row, personId, plan }) =>
    "group" in plan ? [{ row, personId, group: plan.group, id: randomUUID() }] : [],
  );
  if (rows.length === 0) return;
  await sql`
    insert into person_group (id, person_id, code, valid_from, valid_to, evidence_note, state, decided_by, created_at)
    select g.id, g.person_id, ${code}, g.valid_from, g.valid_to, g.note, 'confirmed', ${given.confirmed_by}, ${context.now}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ personId }) => personId)}::uuid[],
      ${rows.map(({ group }) => group.from)}::date[], ${rows.map(({ group }) => group.to)}::date[],
      ${rows.map(({ group }) => [sourceOf(given), group.note].filter((word) => word !== null).join("；"))}::text[])
      as g (id, person_id, valid_from, valid_to, note)`.execute(context.db);
  for (const { row, id } of rows) wrote.set(row, { groupId: id });
}

async function confirmDeclared(
  context: Context,
  given: ImportRecord,
  code: string,
  planned: readonly Planned[],
  wrote: Wrote,
): Promise<void> {
  const rows = planned.flatMap(({ row, personId, plan }) =>
    "declared" in plan ? [{ row, personId, id: plan.declared }] : [],
  );
  if (rows.length === 0) return;
  await sql`
    update person_group set state = 'confirmed', decided_by = ${given.confirmed_by}
    where id = any(${rows.map(({ id }) => id)}::uuid[]) and state = 'declared'`.execute(context.db);
  for (const { row, id } of rows) wrote.set(row, { groupId: id });
  const label = groups.has(code) ? groups.label(code) : code;
  await notifyAll(
    context,
    rows.map(({ personId }) => ({
      personId,
      template: "group-decided",
      text: `您申报的人群类别“${label}”已确认，可据此享受相应培训政策。`,
    })),
  );
}

async function endEarlier(context: Context, planned: readonly Planned[], wrote: Wrote): Promise<void> {
  const rows = planned.flatMap(({ row, plan }) => ("ends" in plan ? [{ row, plan }] : []));
  if (rows.length === 0) return;
  await sql`
    update person_group g set state = 'ended', valid_to = greatest(e.last_day, g.valid_from)
    from unnest(${rows.map(({ plan }) => plan.ends)}::uuid[], ${rows.map(({ plan }) => plan.lastDay)}::date[]) as e (id, last_day)
    where g.id = e.id and g.state = 'confirmed'`.execute(context.db);
  for (const { row, plan } of rows) wrote.set(row, { groupId: plan.ends, wasUntil: plan.wasUntil ?? "open" });
}
