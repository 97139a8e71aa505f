import { partOf, teacherHours, type WorkloadValues } from "@jinengtong/returns";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/** Line of a class for one of its schools: hours in hundredths, money in fen. */
export interface ClassLine {
  classId: string;
  number: string;
  name: string;
  endsOn: string;
  correction: boolean;
  percent: number;
  heads: number;
  classHours: number;
  learnerHours: number;
  trainerHours: number;
  incomeFen: number;
}

interface ClassFacts extends Omit<ClassLine, "correction" | "percent" | "trainerHours"> {
  lead: boolean;
  partnerPercent: number | null;
}

/**
 * Facts of finished classes `c` that a school holds alone, leads, or is the agreed partner of. A learner's hours are those attended and those
 * watched up to the share that counts; money is that of claims for the class which are paid and stand.
 */
const factsOf = (organisationId: string, which: ReturnType<typeof sql>) => sql<ClassFacts>`
  select c.id as "classId", c.number, c.name, c.ends_on as "endsOn", (c.organisation_id = ${organisationId}::uuid) as lead, h.percent as "partnerPercent",
    coalesce(t.heads, 0)::int as heads, coalesce(s.hours, 0)::int as "classHours", coalesce(t.hours, 0)::int as "learnerHours",
    coalesce(k.fen, 0)::bigint as "incomeFen"
  from training_class c
  left join class_share h on h.class_id = c.id and h.agreed_at is not null
  left join lateral (select sum(s.hours) as hours from class_session s where s.class_id = c.id and not s.cancelled) s on true
  left join lateral (
    select count(*) as heads, sum(floor(coalesce(a.hours, 0) * 100 + least(coalesce(w.hours, 0), c.online_ratio * c.required_hours * 100))) as hours
    from enrolment e
    left join lateral (select sum(a.hours) as hours from attendance a join class_session s on s.id = a.session_id where a.enrolment_id = e.id and not s.cancelled) a on true
    left join lateral (select floor(round(sum(w.credited_ms) / 1000.0) * 100 / 2700) as hours from watch_credit w where w.enrolment_id = e.id) w on true
    where e.class_id = c.id and e.state in ('enrolled', 'completed', 'failed')) t on true
  left join lateral (select sum(k.paid_fen) as fen from claim k where k.class_id = c.id and k.state = 'paid' and k.payee_kind = 'organisation') k on true
  where c.state in ('completed', 'closed') and (c.organisation_id = ${organisationId}::uuid or h.partner_id = ${organisationId}::uuid) and ${which}`;

/** A class's line for this school: its part where the class is shared. */
function lineOf(facts: ClassFacts, values: WorkloadValues): ClassLine {
  const { lead, partnerPercent, ...rest } = facts;
  const part = (whole: number): number =>
    partnerPercent === null ? whole : partOf(whole, partnerPercent, lead ? "lead" : "partner");
  return {
    ...rest,
    correction: false,
    percent: partnerPercent === null ? 100 : lead ? 100 - partnerPercent : partnerPercent,
    learnerHours: part(facts.learnerHours),
    trainerHours: part(teacherHours(facts.classHours, facts.heads, values)),
    incomeFen: part(facts.incomeFen),
  };
}

/**
 * Lines of a school's year from facts: its classes that ended in it, and of classes of earlier locked years what changed since they were
 * locked, each as a line of its own.
 */
export async function reckonLines(
  context: Context,
  organisationId: string,
  year: number,
  values: WorkloadValues,
): Promise<ClassLine[]> {
  const own = await factsOf(
    organisationId,
    sql`c.ends_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by c.ends_on, c.number`,
  ).execute(context.db);
  const told = await sql<{ classId: string; learnerHours: number; trainerHours: number; incomeFen: number }>`
    select l.class_id as "classId", sum(l.learner_hours)::int as "learnerHours", sum(l.trainer_hours)::int as "trainerHours", sum(l.income_fen)::bigint as "incomeFen"
    from workload w join workload_line l on l.workload_id = w.id and l.version = w.version
    where w.organisation_id = ${organisationId} and w.year < ${year} and w.state = 'locked' group by 1`.execute(
    context.db,
  );
  const now = await factsOf(
    organisationId,
    sql`c.id = any(${told.rows.map(({ classId }) => classId)}::uuid[]) order by c.ends_on, c.number`,
  ).execute(context.db);
  const before = new Map(told.rows.map((row) => [row.classId, row]));
  const corrections = now.rows.flatMap((facts): ClassLine[] => {
    const line = lineOf(facts, values);
    const was = before.get(line.classId);
    if (!was) return [];
    const changed = {
      learnerHours: line.learnerHours - was.learnerHours,
      trainerHours: line.trainerHours - was.trainerHours,
      incomeFen: line.incomeFen - was.incomeFen,
    };
    return Object.values(changed).every((difference) => difference === 0)
      ? []
      : [{ ...line, ...changed, correction: true, heads: 0, classHours: 0 }];
  });
  return [...own.rows.map((facts) => lineOf(facts, values)), ...corrections];
}

/** Lines as they were confirmed. */
export async function storedLines(context: Context, id: string, version: number): Promise<ClassLine[]> {
  const found = await sql<ClassLine>`
    select c.id as "classId", c.number, c.name, c.ends_on as "endsOn", l.correction, l.percent, l.heads, l.class_hours as "classHours",
      l.learner_hours::int as "learnerHours", l.trainer_hours::int as "trainerHours", l.income_fen as "incomeFen"
    from workload_line l join training_class c on c.id = l.class_id where l.workload_id = ${id} and l.version = ${version}
    order by l.correction, c.ends_on, c.number`.execute(context.db);
  return found.rows;
}

export interface TeacherLine {
  teacherId: string;
  name: string;
  sessions: number;
  hours: number;
  counted: number;
}

/** Hours that each teacher taught in the year's finished classes, weighed by the size of the class. */
export async function teacherLines(
  context: Context,
  organisationId: string,
  year: number,
  values: WorkloadValues,
): Promise<TeacherLine[]> {
  const found = await sql<{ teacherId: string; name: string; heads: number; sessions: number; hours: number }>`
    select t.id as "teacherId", p.name, e.heads::int as heads, count(*)::int as sessions, sum(s.hours)::int as hours
    from training_class c join class_session s on s.class_id = c.id and not s.cancelled join teacher t on t.id = s.teacher_id
    join person p on p.id = t.person_id
    cross join lateral (select count(*) as heads from enrolment e where e.class_id = c.id and e.state in ('enrolled', 'completed', 'failed')) e
    where c.organisation_id = ${organisationId} and c.state in ('completed', 'closed') and c.ends_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by t.id, p.name, c.id, e.heads order by p.name, t.id`.execute(context.db);
  return [...Map.groupBy(found.rows, ({ teacherId }) => teacherId)].map(([teacherId, classes]) => ({
    teacherId,
    name: classes[0]?.name ?? "",
    sessions: classes.reduce((total, { sessions }) => total + sessions, 0),
    hours: classes.reduce((total, { hours }) => total + hours, 0),
    counted: classes.reduce((total, { hours, heads }) => total + teacherHours(hours, heads, values), 0),
  }));
}
