import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { citizenIdHash, withdrawnFrom } from "../../people/index.ts";
import { teachingPairs } from "./teaching.ts";
import type { RosterRow } from "./roster-sheet.ts";

/** A class that rows of a roster name. */
export interface RosterClass {
  id: string;
  number: string;
  state: string;
  capacity: number;
  seatsTaken: number;
  town: string;
  policyId: string;
  benefit: string;
}

/** Facts from the database about the rows of a roster; each is read in one statement for all rows. */
export interface RosterFacts {
  /** Classes of this institution, by number. */
  classes: Map<string, RosterClass>;
  hashOf(citizenId: string): string;
  /** Known people by hash. */
  people: Map<string, { id: string; name: string; groups: string[] }>;
  /** Known people who withdrew their consent to new business. */
  withdrawn: Set<string>;
  today: CivilDate;
  /** `class person` pairs that are on a roster already. */
  enrolled: Set<string>;
  /** `class person` pairs in which the person teaches the class. */
  teaching: Set<string>;
  /** `class person` pairs, with the class in the way. */
  clashes: Map<string, string>;
  /** Pairs of classes in this file that overlap, as `class class`. */
  overlapping: Set<string>;
}

/** Reads the facts for these rows, for classes of one institution. */
export async function rosterFacts(
  context: Context,
  organisationId: string,
  rows: readonly RosterRow[],
  lock = false,
): Promise<RosterFacts> {
  const hashes = new Map<string, Buffer>();
  for (const { citizenId } of rows)
    if (!hashes.has(citizenId)) hashes.set(citizenId, citizenIdHash(context.services.sealer, citizenId));
  const classes = await classesOf(
    context,
    organisationId,
    [...new Set(rows.map((row) => row.classNumber ?? ""))],
    lock,
  );
  const ids = [...classes.values()].map((each) => each.id);
  const people = await peopleOf(context, [...hashes.values()]);
  const personIds = [...people.values()].map((each) => each.id);
  return {
    classes,
    people,
    withdrawn: await withdrawnFrom(context.db, personIds, "real-name"),
    today: context.today,
    hashOf: (citizenId) => hashes.get(citizenId)?.toString("base64") ?? "",
    enrolled: await enrolledPairs(context, ids, personIds),
    teaching: await teachingPairs(context, ids, personIds),
    clashes: await clashingPairs(context, ids, personIds),
    overlapping: await overlappingPairs(context, ids),
  };
}

async function classesOf(context: Context, organisationId: string, numbers: string[], lock: boolean) {
  // While rows are written, the classes are locked: state, capacity and free seats.
  if (lock)
    await sql`select id from training_class where organisation_id = ${organisationId} and number = any(${numbers}::text[])
              order by id for no key update`.execute(context.db);
  const found = await sql<RosterClass>`
    select c.id, c.number, c.state, c.capacity, c.town, c.policy_id as "policyId", c.benefit,
           (select count(*)::int from enrolment e where e.class_id = c.id and e.seat is not null) as "seatsTaken"
    from training_class c where c.organisation_id = ${organisationId} and c.number = any(${numbers}::text[])`.execute(
    context.db,
  );
  return new Map(found.rows.map((row) => [row.number, row]));
}

async function peopleOf(context: Context, hashes: Buffer[]): Promise<RosterFacts["people"]> {
  const found = await sql<{ id: string; name: string; hash: Buffer; groups: string[] }>`
    select p.id, p.name, p.hash, coalesce((
      select array_agg(g.code) from person_group g
      where g.person_id = p.id and g.state in ('declared', 'confirmed') and ${context.today}::date between g.valid_from and coalesce(g.valid_to, 'infinity')
    ), '{}') as groups
    from identified_person p where p.hash = any(${hashes}::bytea[])`.execute(context.db);
  return new Map(found.rows.map(({ hash, ...person }) => [hash.toString("base64"), person]));
}

async function enrolledPairs(context: Context, classIds: string[], personIds: string[]): Promise<Set<string>> {
  const found = await sql<{ pair: string }>`
    select e.class_id || ' ' || e.person_id as pair from enrolment e
    where e.class_id = any(${classIds}::uuid[]) and e.person_id = any(${personIds}::uuid[])
      and e.state not in ('rejected', 'withdrawn')`.execute(context.db);
  return new Set(found.rows.map((row) => row.pair));
}

/** First finds overlapping classes, then who is enrolled in them: sessions are compared per class, not per person. */
async function clashingPairs(context: Context, classIds: string[], personIds: string[]): Promise<Map<string, string>> {
  const found = await sql<{ pair: string; name: string }>`
    with other as (
      select distinct e.class_id from enrolment e
      where e.person_id = any(${personIds}::uuid[]) and e.state in ('applied', 'enrolled')
    ), meeting as (
      select distinct a.class_id as target, b.class_id as other
      from class_session a join class_session b
        on b.starts_at < a.ends_at and b.ends_at > a.starts_at and b.class_id <> a.class_id and not b.cancelled
      where a.class_id = any(${classIds}::uuid[]) and not a.cancelled and b.class_id in (select class_id from other)
    )
    select m.target || ' ' || e.person_id as pair, c.name
    from meeting m join enrolment e on e.class_id = m.other and e.state in ('applied', 'enrolled')
    join training_class c on c.id = m.other
    where e.person_id = any(${personIds}::uuid[])`.execute(context.db);
  return new Map(found.rows.map((row) => [row.pair, row.name]));
}

async function overlappingPairs(context: Context, classIds: string[]): Promise<Set<string>> {
  const found = await sql<{ pair: string }>`
    select distinct a.class_id || ' ' || b.class_id as pair
    from class_session a join class_session b
      on b.starts_at < a.ends_at and b.ends_at > a.starts_at and b.class_id <> a.class_id and not b.cancelled
    where a.class_id = any(${classIds}::uuid[]) and b.class_id = any(${classIds}::uuid[]) and not a.cancelled`.execute(
    context.db,
  );
  return new Set(found.rows.map((row) => row.pair));
}
