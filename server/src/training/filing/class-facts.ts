import type { CivilDate } from "@jinengtong/standards";
import { isAdmitted, standardFor } from "../../catalogue/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import type { ClassFacts, SessionFacts } from "./check-rules.ts";

/** Not filed yet, or to be filed again. */
const EDITABLE = new Set(["draft", "returned"]);

/** Reads the facts for the checks of one filing. */
export async function classFacts(context: Context, classId: string): Promise<ClassFacts> {
  const row = await context.db
    .selectFrom("training_class as c")
    .leftJoin("training_project as p", "p.id", "c.project_id")
    .selectAll("c")
    .select(["p.name as project_name", "p.kind as project_kind", "p.open_from", "p.open_to"])
    .where("c.id", "=", classId)
    .executeTakeFirst();
  if (!row) throw notFound("培训班");
  const admitted = (date: CivilDate): Promise<boolean> =>
    isAdmitted(context.db, row.organisation_id, "training", row.occupation, row.level, date);
  const ask = { occupation: row.occupation, level: row.level, date: row.starts_on, region: row.town };
  const ofDay = await standardFor(context.db, ask);
  const standard =
    row.submitted_at === null || EDITABLE.has(row.state)
      ? ofDay
      : await standardFor(context.db, { ...ask, filed: { at: row.submitted_at, hours: row.required_hours } });
  return {
    terms: context.services.policies.shownOn(row.policy_id, row.starts_on)?.claiming.get(row.benefit)?.class ?? null,
    contentKind: row.content_kind,
    occupation: row.occupation,
    occupationName: row.occupation_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    capacity: row.capacity,
    requiredHours: row.required_hours,
    onlineRatio: row.online_ratio,
    plan: row.plan,
    assessmentPlan: row.assessment_plan,
    priceFen: row.price_fen,
    phone: row.phone,
    bring: row.bring,
    enterpriseId: row.enterprise_id,
    today: context.today,
    admittedAtStart: await admitted(row.starts_on),
    admittedAtEnd: await admitted(row.ends_on),
    standardHours: standard?.requiredHours ?? null,
    newerHours: ofDay !== null && standard?.versionIds[0] !== ofDay.versionIds[0] ? ofDay.requiredHours : null,
    project:
      row.project_name !== null && row.project_kind !== null && row.open_from !== null
        ? { name: row.project_name, kind: row.project_kind, openFrom: row.open_from, openTo: row.open_to }
        : null,
    sessions: await sessionFacts(context, classId),
    learnerClashes: await learnerClashes(context, classId),
  };
}

async function sessionFacts(context: Context, classId: string): Promise<SessionFacts[]> {
  const found = await sql<SessionFacts>`
    select s.id, (s.starts_at at time zone 'Asia/Shanghai')::date as date, s.hours, s.practice, s.quality_module as "qualityModule",
           p.name as "teacherName", t.state = 'active' as "teacherActive", t.occupations as "teacherOccupations",
           r.name as "roomName", r.capacity as "roomCapacity", r.state = 'active' as "roomActive"
    from class_session s
    join teacher t on t.id = s.teacher_id join person p on p.id = t.person_id join room r on r.id = s.room_id
    where s.class_id = ${classId} and not s.cancelled order by s.starts_at`.execute(context.db);
  return found.rows;
}

/** Learners of this class with a session of another class at the same time, one line each. */
async function learnerClashes(context: Context, classId: string): Promise<ClassFacts["learnerClashes"]> {
  const found = await sql<ClassFacts["learnerClashes"][number]>`
    select distinct on (e.person_id) p.name, c.name as "className", to_char(b.starts_at, 'YYYY-MM-DD HH24:MI') as at
    from enrolment e
    join enrolment x on x.person_id = e.person_id and x.class_id <> e.class_id and x.state in ('applied', 'enrolled')
    join class_session a on a.class_id = e.class_id and not a.cancelled
    join class_session b on b.class_id = x.class_id and not b.cancelled and b.starts_at < a.ends_at and b.ends_at > a.starts_at
    join training_class c on c.id = x.class_id
    join person p on p.id = e.person_id
    where e.class_id = ${classId} and e.state in ('applied', 'enrolled')
    order by e.person_id, b.starts_at`.execute(context.db);
  return found.rows;
}
