import { tooYoungToTrain } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, Problem, unacceptable } from "../../kernel/problem.ts";
import { requireConsents } from "../../people/index.ts";
import { mustNotTeach } from "./teaching.ts";

/** A person to enrol in a class of this capacity. */
export interface Seating {
  classId: string;
  capacity: number;
  personId: string;
  state: "applied" | "enrolled";
  groupCode: string | null;
}

/**
 * Assigns the person the lowest free seat of a class that the caller has locked, or refuses. A unique key and a trigger keep seats
 * single and within capacity, whatever runs concurrently.
 */
export async function takeSeat(context: Context, seating: Seating): Promise<string> {
  await requireConsents(context, seating.personId);
  await mustBeOldEnough(context, seating.personId);
  await mustBeFree(context, seating);
  await mustNotTeach(context, seating.classId, seating.personId);
  const taken = await sql<{ id: string }>`
    insert into enrolment (class_id, person_id, seat, state, group_code, town, enrolled_by, created_at)
    select ${seating.classId}, p.id, free.seat, ${seating.state}, ${seating.groupCode}, p.town, ${context.maybeActor?.accountId ?? null}, ${context.now}
    from person p, lateral (
      select g.seat from generate_series(1, ${seating.capacity}::int) g (seat)
      where not exists (select from enrolment e where e.class_id = ${seating.classId} and e.seat = g.seat)
      order by g.seat limit 1) free
    where p.id = ${seating.personId}
    returning id`.execute(context.db);
  const id = taken.rows[0]?.id;
  if (id === undefined) throw classFull();
  return id;
}

async function mustBeOldEnough(context: Context, personId: string): Promise<void> {
  const person = await context.db
    .selectFrom("person")
    .select("birth_date")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const refused = tooYoungToTrain(person.birth_date, context.today);
  if (refused !== null) throw unacceptable("too-young", refused);
}

export const classFull = (): Problem =>
  conflict("class-full", "名额已满，最后一个名额刚被其他人报上。您可以选择同职业的其他班，或等下一期。");

/** Refuses a second seat in the class, and a class that overlaps with another of the person's. */
async function mustBeFree(context: Context, { classId, personId }: Seating): Promise<void> {
  // Serialised by person: concurrent enrolments must see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enrol:${personId}`}, 0))`.execute(context.db);
  const found = await sql<{ class_id: string; name: string; at: string | null }>`
    select c.id as class_id, c.name, (
      select to_char(b.starts_at, 'MM-DD HH24:MI') from class_session a
      join class_session b on b.class_id = c.id and not b.cancelled and b.starts_at < a.ends_at and b.ends_at > a.starts_at
      where a.class_id = ${classId} and not a.cancelled order by b.starts_at limit 1) as at
    from enrolment e join training_class c on c.id = e.class_id
    where e.person_id = ${personId} and (e.state in ('applied', 'enrolled')
       or (e.class_id = ${classId} and e.state not in ('rejected', 'withdrawn')))`.execute(context.db);
  for (const other of found.rows) {
    if (other.class_id === classId) throw conflict("already-enrolled", "该学员已在本班名单中，无需重复报名。");
    if (other.at !== null)
      throw conflict("learner-in-two-places", `上课时间与已报的“${other.name}”冲突（${other.at}），请选择其他班。`, {
        classId: other.class_id,
      });
  }
}
