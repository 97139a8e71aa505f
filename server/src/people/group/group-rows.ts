import { groups } from "@jinengtong/standards";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { byDate, byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { groupStates } from "./group-states.ts";
import { MaskedPerson } from "../identity/person-view.ts";

export const GroupCode = z.enum(groups.codes);
export const GroupState = z.enum(["declared", "confirmed", "rejected", "withdrawn", "ended", "revoked"]);

/** A person's group, for the person and the bureau. */
export const GroupRow = z.strictObject({
  id: Id,
  code: GroupCode,
  label: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate.nullable(),
  note: z.string().nullable(),
  evidenceFileId: Id.nullable(),
  state: GroupState,
  stateLabel: z.string(),
  reason: z.string().nullable().describe("审核或终止时写明的理由"),
  declaredAt: Instant,
});
/** A group with its person, for the bureau's work list. */
export const GroupTask = GroupRow.extend({ person: MaskedPerson, waitingDays: z.number().int() });
export type GroupTask = z.output<typeof GroupTask>;

export const GroupFilter = z.object({
  state: GroupState.optional(),
  code: GroupCode.optional(),
  town: z.string().max(9).optional(),
});
export type GroupFilter = z.output<typeof GroupFilter>;

type Raw = Omit<z.output<typeof GroupRow>, "label" | "stateLabel" | "declaredAt"> & { declaredAt: Date };

const columns = sql`
  g.id, g.code, g.valid_from as "validFrom", g.valid_to as "validTo", g.evidence_note as note, g.evidence_file_id as "evidenceFileId",
  g.state, (select h.reason from state_history h where h.subject_id = g.id order by h.id desc limit 1) as reason, g.created_at as "declaredAt"`;

const labelled = ({ declaredAt, ...row }: Raw): z.output<typeof GroupRow> => ({
  ...row,
  label: groups.label(row.code),
  stateLabel: groupStates.states[row.state].label,
  declaredAt: declaredAt.toISOString(),
});

/** All groups of one person, newest first. */
export async function groupsOf(db: Context["db"], personId: string): Promise<z.output<typeof GroupRow>[]> {
  const found = await sql<Raw>`
    select ${columns} from person_group g where g.person_id = ${personId} order by g.created_at desc, g.id desc limit 200`.execute(
    db,
  );
  return found.rows.map(labelled);
}

export const GROUP_ORDER = sortable({
  columns: {
    declaredAt: byTime("g.created_at"),
    code: byText("g.code"),
    validFrom: byDate("g.valid_from"),
    validTo: byDate("g.valid_to", "last"),
  },
  unique: byId("g.id"),
  usual: "declaredAt",
});

/** One page of declarations in the actor's region. */
export async function groupPage(
  context: Context,
  filter: GroupFilter,
  request: Parameters<typeof GROUP_ORDER.page>[0],
): Promise<{ rows: GroupTask[]; nextCursor: string | null }> {
  const page = GROUP_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw & { person: z.output<typeof MaskedPerson> }>>`
    select ${columns}, json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked,
      'phoneMasked', p.phone_masked, 'birthDate', p.birth_date, 'sex', p.sex, 'town', p.town) as person, ${page.place}
    from person_group g join person p on p.id = g.person_id
    where p.town like ${`${context.actor.region}%`} and g.state = ${filter.state ?? "declared"}
      and (${filter.code ?? null}::text is null or g.code = ${filter.code ?? null})
      and (${filter.town ?? null}::text is null or p.town = ${filter.town ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map(({ person, ...row }) => ({
    ...labelled(row),
    person,
    waitingDays: Math.floor((context.now.getTime() - row.declaredAt.getTime()) / 86_400_000),
  }));
  return { rows, nextCursor: cut.nextCursor };
}

/** Owner of a group, for `over`: the person and the officers of the town. */
export async function groupOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("person_group")
    .innerJoin("person", "person.id", "person_group.person_id")
    .select(["person.id as personId", "person.town as region"])
    .where("person_group.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
