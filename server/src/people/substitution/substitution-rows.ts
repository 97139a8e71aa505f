import { groups } from "@jinengtong/standards";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { byDate, byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { substitutionStates } from "./substitution-states.ts";

export const RELATIONS = { spouse: "配偶", parent: "父母", child: "子女" } as const;
export const Relation = z.enum(Object.keys(RELATIONS) as [keyof typeof RELATIONS, ...(keyof typeof RELATIONS)[]]);

export const PROOFS = {
  "household-register": "户口簿",
  "marriage-certificate": "结婚证",
  "birth-certificate": "出生证",
  community: "社区（村）证明",
} as const;
export const Proof = z.enum(Object.keys(PROOFS) as [keyof typeof PROOFS, ...(keyof typeof PROOFS)[]]);

const State = z.enum(["declared", "confirmed", "rejected", "withdrawn", "ended"]);

/** A relation declared by the one who trains. The principal's name is theirs to know; their number stays masked. */
export const SubstitutionRow = z.strictObject({
  id: Id,
  principalName: z.string(),
  relation: Relation,
  relationLabel: z.string().describe("受训人是对方的什么人"),
  proofLabel: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate,
  state: State,
  stateLabel: z.string(),
  reason: z.string().nullable(),
  declaredAt: Instant,
  consent: z
    .enum(["none", "given", "paper", "refused"])
    .describe("被代替的本人：还没表示、已在平台同意、签了同意书、不同意"),
});

const Party = z.strictObject({ id: Id, name: z.string(), citizenIdMasked: z.string(), town: z.string() });

/** For the office: both people, and the groups that the principal belonged to on the first day. */
export const SubstitutionTask = SubstitutionRow.extend({
  person: Party,
  principal: Party,
  principalGroups: z.array(z.string()).describe("开始之日对方已确认的人群类别"),
  waitingDays: z.number().int(),
  keptPaper: z.boolean().describe("同意书是您登记的，须由另一人确认"),
});

/** For the principal: who declared to train in their place. */
export const SubstitutionAsked = SubstitutionRow.omit({ principalName: true }).extend({ personName: z.string() });
export type SubstitutionTask = z.output<typeof SubstitutionTask>;

export const SubstitutionFilter = z.object({ state: State.optional(), town: z.string().max(9).optional() });

type Raw = Omit<z.output<typeof SubstitutionRow>, "relationLabel" | "proofLabel" | "stateLabel" | "declaredAt"> & {
  proof: z.output<typeof Proof>;
  declaredAt: Date;
};

const columns = sql`
  s.id, q.name as "principalName", s.relation, s.proof, s.valid_from as "validFrom", s.valid_to as "validTo", s.state,
  (select h.reason from state_history h where h.subject_id = s.id order by h.id desc limit 1) as reason, s.created_at as "declaredAt",
  case when s.consented_at is null then 'none' when s.consent_file_id is not null then 'paper'
    when s.state = 'rejected' and s.decided_by is null then 'refused' else 'given' end as consent`;

const labelled = (raw: Raw): z.output<typeof SubstitutionRow> => ({
  id: raw.id,
  principalName: raw.principalName,
  relation: raw.relation,
  validFrom: raw.validFrom,
  validTo: raw.validTo,
  state: raw.state,
  reason: raw.reason,
  consent: raw.consent,
  relationLabel: RELATIONS[raw.relation],
  proofLabel: PROOFS[raw.proof],
  stateLabel: substitutionStates.states[raw.state].label,
  declaredAt: raw.declaredAt.toISOString(),
});

/** Declarations of one person, newest first. */
export async function substitutionsOf(
  db: Context["db"],
  personId: string,
): Promise<z.output<typeof SubstitutionRow>[]> {
  const found = await sql<Raw>`
    select ${columns} from substitution s join person q on q.id = s.principal_id
    where s.person_id = ${personId} order by s.created_at desc, s.id desc limit 100`.execute(db);
  return found.rows.map(labelled);
}

/** Declarations that name this person as the one who is trained for, newest first. */
export async function substitutionsAbout(
  db: Context["db"],
  personId: string,
): Promise<z.output<typeof SubstitutionAsked>[]> {
  const found = await sql<Raw & { personName: string }>`
    select ${columns}, p.name as "personName" from substitution s join person q on q.id = s.principal_id join person p on p.id = s.person_id
    where s.principal_id = ${personId} and s.state <> 'withdrawn' order by s.created_at desc, s.id desc limit 100`.execute(
    db,
  );
  return found.rows.map((raw) => {
    const { principalName: _own, ...row } = labelled(raw);
    return { ...row, personName: raw.personName };
  });
}

export const SUBSTITUTION_ORDER = sortable({
  columns: {
    declaredAt: byTime("s.created_at"),
    relation: byText("s.relation"),
    validFrom: byDate("s.valid_from"),
    validTo: byDate("s.valid_to"),
  },
  unique: byId("s.id"),
  usual: "declaredAt",
});

/** One of the two people, as JSON. */
const party = (alias: string) => {
  const p = sql.raw(alias);
  return sql`json_build_object('id', ${p}.id, 'name', ${p}.name, 'citizenIdMasked', ${p}.citizen_id_masked, 'town', ${p}.town)`;
};

/** One page of declarations in the actor's region. */
export async function substitutionPage(
  context: Context,
  filter: z.output<typeof SubstitutionFilter>,
  request: Parameters<typeof SUBSTITUTION_ORDER.page>[0],
): Promise<{ rows: SubstitutionTask[]; nextCursor: string | null }> {
  const page = SUBSTITUTION_ORDER.page(request);
  type Both = Pick<SubstitutionTask, "person" | "principal" | "keptPaper"> & { codes: string[] };
  const cut = await page.read(
    context.db,
    sql<Placed<Raw & Both>>`
    select ${columns}, ${party("p")} as person, ${party("q")} as principal,
      coalesce(s.consent_file_id is not null and s.consent_by = ${context.actor.accountId}, false) as "keptPaper",
      array(select distinct g.code from person_group g where g.person_id = q.id and g.state in ('confirmed', 'ended')
        and g.valid_from <= s.valid_from and (g.valid_to is null or g.valid_to >= s.valid_from) order by g.code) as codes, ${page.place}
    from substitution s join person p on p.id = s.person_id join person q on q.id = s.principal_id
    where p.town like ${`${context.actor.region}%`} and s.state = ${filter.state ?? "declared"}
      and (${filter.town ?? null}::text is null or p.town = ${filter.town ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  const rows = cut.rows.map(({ person, principal, codes, keptPaper, ...row }) => ({
    ...labelled(row),
    person,
    principal,
    keptPaper,
    principalGroups: codes.map((code) => (groups.has(code) ? groups.label(code) : code)),
    waitingDays: Math.floor((context.now.getTime() - row.declaredAt.getTime()) / 86_400_000),
  }));
  return { rows, nextCursor: cut.nextCursor };
}

/** Owner of a declaration, for `over`: the one who trains, and the officers of their town. */
export async function substitutionOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("substitution")
    .innerJoin("person", "person.id", "substitution.person_id")
    .select(["person.id as personId", "person.town as region"])
    .where("substitution.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
