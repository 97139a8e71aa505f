import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { MaskedPerson } from "../identity/person-view.ts";
import { isOfOffice, keepersOf } from "../keeper/keepers.ts";
import { type Subject, SubjectCode, subjectLabel, SUBJECTS } from "../keeper/subjects.ts";
import type { EntryContent } from "./entry-content.ts";
import { entryStates } from "./entry-states.ts";

export const EntryState = z.enum(["submitted", "confirmed", "refused", "withdrawn"]);

/** An entry with its person, for the office that keeps the register. */
export const EntryTask = z.strictObject({
  id: Id,
  person: MaskedPerson,
  subject: SubjectCode,
  label: z.string(),
  content: z.record(z.string(), z.unknown()).describe("登记的内容：一项情况，或一个人群类别和起止"),
  replaced: z.record(z.string(), z.unknown()).nullable().describe("更正的是哪一条，原来的内容"),
  state: EntryState,
  stateLabel: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  mine: z.boolean().describe("本人登记，须由另一人确认"),
});
export type EntryTask = z.output<typeof EntryTask>;

export const EntryFilter = z.object({ state: EntryState.optional(), subject: SubjectCode.optional() });

export const ENTRY_ORDER = sortable({
  columns: { enteredAt: byTime("e.entered_at"), subject: byText("e.subject") },
  unique: byId("e.id"),
  usual: "enteredAt",
});

type Raw = Omit<EntryTask, "label" | "stateLabel" | "enteredAt"> & { enteredAt: Date };

/** One page of entries in the actor's region, of the registers that their office keeps; an auditor reads all. */
export async function entryPage(
  context: Context,
  filter: z.output<typeof EntryFilter>,
  request: Parameters<typeof ENTRY_ORDER.page>[0],
): Promise<{ rows: EntryTask[]; nextCursor: string | null }> {
  const keepers = await keepersOf(context.db, SUBJECTS);
  const all = context.actor.role === "auditor";
  const own = SUBJECTS.filter((subject) => all || isOfOffice(context, keepers.get(subject) ?? []));
  const page = ENTRY_ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    context.db,
    sql<Placed<Raw>>`
    select e.id, e.subject, e.content, old.value as replaced, e.state, coalesce(a.name, '') as "enteredBy", e.entered_at as "enteredAt",
      d.name as "decidedBy", e.decision_reason as "decisionReason", e.entered_by = ${context.actor.accountId} as mine,
      json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked,
        'phoneMasked', p.phone_masked, 'birthDate', p.birth_date, 'sex', p.sex, 'town', p.town) as person, ${page.place}
    from person_entry e join person p on p.id = e.person_id left join account a on a.id = e.entered_by
    left join account d on d.id = e.decided_by left join person_fact old on old.id = (e.content ->> 'replaces')::uuid
    where starts_with(p.town, ${context.actor.region}) and e.state = ${filter.state ?? "submitted"} and e.subject = any(${own}::text[])
      and (${filter.subject ?? null}::text is null or e.subject = ${filter.subject ?? null}) and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return {
    nextCursor,
    rows: rows.map((row) => ({
      ...row,
      label: subjectLabel(row.subject),
      stateLabel: entryStates.states[row.state].label,
      enteredAt: row.enteredAt.toISOString(),
    })),
  };
}

/** Owner of an entry, for `over`: the officers of the person's town. */
export async function entryOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("person_entry as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select("p.town as region")
    .where("e.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}

interface Entry {
  id: string;
  person_id: string;
  subject: Subject;
  content: EntryContent;
  entered_by: string;
}

/** The entry, locked until the transaction ends. */
export async function lockEntry(context: Context, id: string): Promise<Entry> {
  const row = await context.db
    .selectFrom("person_entry")
    .select(["id", "person_id", "subject", "content", "entered_by"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("这项登记");
  return row as Entry;
}
