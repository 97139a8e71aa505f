import { groups } from "@jinengtong/standards";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { type CorrectionState, correctionStates } from "./correction-states.ts";
import { FACT_LABELS, FactKind } from "../fact/fact-kinds.ts";
import { MaskedPerson } from "../identity/person-view.ts";

/** Targets of a correction: the name, a group, or an entry in an office's register. */
export const About = z.enum(["name", "group", ...FactKind.options]);
export const State = z.enum(["asked", "accepted", "declined", "withdrawn"]);

/** A correction request, for its person and the office. */
export const CorrectionRow = z.strictObject({
  id: Id,
  about: About,
  label: z.string(),
  factId: Id.nullable(),
  groupId: Id.nullable(),
  wish: z.string(),
  hasEvidence: z.boolean(),
  state: State,
  stateLabel: z.string(),
  answer: z.string().nullable().describe("核实后的答复"),
  askedAt: Instant,
  decidedAt: Instant.nullable(),
});
/** A correction with its person and the recorded value, for the office's work list. */
export const CorrectionTask = CorrectionRow.extend({
  person: MaskedPerson,
  waitingDays: z.number().int(),
  recorded: z
    .strictObject({
      kind: FactKind,
      value: z.record(z.string(), z.unknown()),
      source: z.string(),
      current: z.boolean(),
    })
    .nullable()
    .describe("学员认为有误的那条记录；申请补登的为空"),
  group: z.strictObject({ label: z.string(), validFrom: z.string(), validTo: z.string().nullable() }).nullable(),
});
export type CorrectionTask = z.output<typeof CorrectionTask>;

interface Raw {
  id: string;
  about: z.output<typeof About>;
  factId: string | null;
  groupId: string | null;
  groupCode: string | null;
  wish: string;
  hasEvidence: boolean;
  state: CorrectionState;
  answer: string | null;
  askedAt: Date;
  decidedAt: Date | null;
}

const columns = sql`
  k.id, k.about, k.fact_id as "factId", k.group_id as "groupId", g.code as "groupCode", k.wish,
  k.evidence_file_id is not null as "hasEvidence", k.state, k.answer, k.asked_at as "askedAt", k.decided_at as "decidedAt"`;

const rowOf = ({ groupCode, askedAt, decidedAt, ...row }: Raw): z.output<typeof CorrectionRow> => ({
  ...row,
  label: aboutLabel(row.about, groupCode),
  stateLabel: correctionStates.states[row.state].label,
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** Target of a correction in words: 姓名, 人群类别（低保对象）, 社会保险. */
export function aboutLabel(about: z.output<typeof About>, groupCode: string | null = null): string {
  if (about === "name") return "姓名";
  if (about !== "group") return FACT_LABELS[about];
  return groupCode !== null && groups.has(groupCode) ? `人员类别（${groups.label(groupCode)}）` : "人员类别";
}

/** All correction requests of one person, newest first. */
export async function correctionsOf(db: Context["db"], personId: string): Promise<z.output<typeof CorrectionRow>[]> {
  const found = await sql<Raw>`
    select ${columns} from fact_correction k left join person_group g on g.id = k.group_id
    where k.person_id = ${personId} order by k.asked_at desc, k.id desc limit 200`.execute(db);
  return found.rows.map(rowOf);
}

export const CorrectionFilter = z.object({
  state: State.optional(),
  about: About.optional(),
  town: z.string().max(9).optional(),
});

/** Sort keys of corrections. */
export const CORRECTION_ORDER = sortable({
  columns: { askedAt: byTime("k.asked_at"), about: byText("k.about"), decidedAt: byTime("k.decided_at", "last") },
  unique: byId("k.id"),
  usual: "askedAt",
});

/** One page of correction requests in the actor's region. */
export async function correctionPage(
  context: Context,
  filter: z.output<typeof CorrectionFilter>,
  request: Parameters<typeof CORRECTION_ORDER.page>[0],
): Promise<{ rows: CorrectionTask[]; nextCursor: string | null }> {
  const page = CORRECTION_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw & Pick<CorrectionTask, "person" | "recorded" | "group">>>`
    select ${columns}, json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked,
        'phoneMasked', p.phone_masked, 'birthDate', p.birth_date, 'sex', p.sex, 'town', p.town) as person,
      case when f.id is not null then json_build_object('kind', f.kind, 'value', f.value, 'source', f.source,
        'current', not exists (select from person_fact later where later.replaces = f.id)) end as recorded,
      case when g.id is not null then json_build_object('label', g.code, 'validFrom', g.valid_from, 'validTo', g.valid_to) end as group,
      ${page.place}
    from fact_correction k join person p on p.id = k.person_id
    left join person_fact f on f.id = k.fact_id left join person_group g on g.id = k.group_id
    where p.town like ${`${context.actor.region}%`} and k.state = ${filter.state ?? "asked"}
      and (${filter.about ?? null}::text is null or k.about = ${filter.about ?? null})
      and (${filter.town ?? null}::text is null or p.town = ${filter.town ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map(({ person, recorded, group, ...row }) => ({
    ...rowOf(row),
    person,
    recorded,
    group: group && { ...group, label: groups.has(group.label) ? groups.label(group.label) : group.label },
    waitingDays: Math.floor((context.now.getTime() - row.askedAt.getTime()) / 86_400_000),
  }));
  return { rows, nextCursor: cut.nextCursor };
}

/** Owner of a correction, for `over`: the person and the officers of the town. */
export async function correctionOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("fact_correction")
    .innerJoin("person", "person.id", "fact_correction.person_id")
    .select(["person.id as personId", "person.town as region"])
    .where("fact_correction.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
