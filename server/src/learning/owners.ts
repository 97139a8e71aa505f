import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { prepared, sql } from "../kernel/database.ts";

interface ById {
  params: { id: string };
}

interface Row {
  organisation_id: string;
  region: string;
  learns: boolean;
}

/** Owner of a course: its institution; the region's officers may read it. */
export async function courseOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("course as c")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .select(["c.organisation_id", "o.town"])
    .where("c.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** Owner of a lesson: the institution of its course. */
export async function lessonAuthor(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("lesson as l")
    .innerJoin("course as c", "c.id", "l.course_id")
    .innerJoin("organisation as o", "o.id", "c.organisation_id")
    .select(["c.organisation_id", "o.town"])
    .where("l.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

const viewerOf = (lessonId: string, personId: string | null) => sql<Row>`
  select c.organisation_id, o.town as region, exists (
    select from class_course k join enrolment e on e.class_id = k.class_id
    where k.course_id = c.id and c.state <> 'draft' and e.person_id = ${personId}::uuid
      and e.state in ('enrolled', 'completed', 'failed')) as learns
  from lesson l join course c on c.id = l.course_id join organisation o on o.id = c.organisation_id
  where l.id = ${lessonId}`;

/** Readers of a lesson: its institution, the region's officers, and those enrolled in a class with its course. */
export async function lessonViewer(context: Context, { params }: ById): Promise<Owner | null> {
  const { personId } = context.actor;
  const { rows } = await viewerOf(params.id, personId).execute(context.db);
  return seenBy(rows[0], personId);
}

/** Like `lessonViewer`, by a prepared statement, for GETs. */
export async function lessonReader(context: Context, { params }: ById): Promise<Owner | null> {
  const { personId } = context.actor;
  const { rows } = await prepared(context.services, "lesson-reader", viewerOf(params.id, personId));
  return seenBy(rows[0], personId);
}

/** Readers of a class's lessons: its institution and enterprise, officers, and its learners. Prepared statement, for GETs. */
export async function classViewer(context: Context, { params }: ById): Promise<Owner | null> {
  const personId = context.actor.personId;
  const { rows } = await prepared(
    context.services,
    "class-viewer",
    sql<Row & { enterprise_id: string | null }>`
      select c.organisation_id, c.enterprise_id, c.town as region, exists (
        select from enrolment e where e.class_id = c.id and e.person_id = ${personId}::uuid
          and e.state in ('enrolled', 'completed', 'failed')) as learns
      from training_class c where c.id = ${params.id}`,
  );
  const owner = seenBy(rows[0], personId);
  return owner && { ...owner, alsoOrganisationId: rows[0]?.enterprise_id ?? null };
}

const seenBy = (row: Row | undefined, personId: string | null): Owner | null =>
  row ? { organisationId: row.organisation_id, region: row.region, personId: row.learns ? personId : null } : null;

/** Owner of a lease: the watching person. */
export async function leaseOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("watch_lease")
    .select("person_id")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id } : null;
}
