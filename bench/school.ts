/** A school of a given size, for benchmarks that need no county around it. */
import { randomUUID } from "node:crypto";
import type { BenchPlatform, SignedIn } from "./platform.ts";
import { openSessions } from "./platform.ts";

export interface SchoolSize {
  classes: number;
  /** Learners of each class, already enrolled. */
  learners: number;
  /** Capacity of each class. */
  capacity?: number;
  /** Each class meets now, since five minutes ago. */
  meetsNow?: boolean;
  /** Video lessons of each class, twenty minutes each. */
  lessons?: number;
  state: "approved" | "running";
}

export interface School {
  organisationId: string;
  clerk: SignedIn;
  classes: { id: string; number: string; sessionIds: string[]; lessonIds: string[] }[];
  learners: (SignedIn & { personId: string; enrolmentId: string; classId: string })[];
}

/**
 * Creates a school in set-based SQL with triggers off, before anything is measured. People's numbers aren't sealed, so only for
 * work that never opens them.
 */
export async function makeSchool(platform: BenchPlatform, size: SchoolSize): Promise<School> {
  const organisationId = randomUUID();
  const client = await platform.owner.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(`
      insert into organisation (id, uscc, name, kind, region, town)
        values ('${organisationId}', left('${organisationId}', 18), '示例技工学校', 'training-institution', '320682', '320682001');
      insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
        values ('${organisationId}', '示例教师', '', decode(replace('${organisationId}', '-', ''), 'hex'), '', '1970-01-01', 'M', '320682001');
      insert into teacher (id, organisation_id, person_id, employment)
        values ('${organisationId}', '${organisationId}', '${organisationId}', 'full-time');
      insert into room (id, organisation_id, name, address, capacity)
        values ('${organisationId}', '${organisationId}', '一号教室', '示例路 1 号', 500);
      insert into account (id, username, name, role, organisation_id, region)
        values ('${organisationId}', 'bench-${organisationId}', '示例经办人', 'institution', '${organisationId}', '320682')`);
    await client.query(`
      create temp table made on commit drop as
        select n, gen_random_uuid() as class, gen_random_uuid() as course from generate_series(1, ${size.classes}) n;
      insert into training_class (id, number, organisation_id, policy_id, benefit, name, occupation, occupation_name, level,
          content_kind, region, town, starts_on, ends_on, capacity, required_hours, state)
        select class, 'KB-' || upper(left(class::text, 8)), '${organisationId}', 'rugao-2019', 'unemployed-training', '电工初级班', '6-31-01-03',
          '电工', 5, 'occupation', '320682', '320682001', current_date - 5, current_date + 25, ${size.capacity ?? 200}, 60, '${size.state}'
        from made;
      insert into course (id, organisation_id, title, state) select course, '${organisationId}', '安全用电', 'published' from made;
      insert into class_course select class, course from made;
      insert into lesson (course_id, ordinal, kind, title, duration_ms)
        select course, k, 'video', '第 ' || k || ' 课', 1200000 from made, generate_series(1, ${size.lessons ?? 0}) k`);
    await client.query(`
      create temp table learner on commit drop as
        select gen_random_uuid() as person, gen_random_uuid() as enrolment, gen_random_uuid() as account, m.class, k as seat
        from made m, generate_series(1, ${size.learners}) k;
      insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
        select person, '示例学员', '', decode(replace(person::text, '-', ''), 'hex'), '3206**********0010', '1980-01-01', 'F', '320682001' from learner;
      insert into enrolment (id, class_id, person_id, seat, state, town)
        select enrolment, class, person, seat, 'enrolled', '320682001' from learner;
      insert into account (id, username, name, role, person_id, region)
        select account, 'bench-' || account, '示例学员', 'learner', person, '320682' from learner`);
    const learners = await client.query<Record<"account" | "person" | "enrolment" | "class", string>>(
      "select account, person, enrolment, class from learner order by person",
    );
    await client.query("commit");
    if (size.meetsNow) await addMeetings(platform, organisationId);
    await platform.owner.query("analyze");
    const classes = await platform.owner.query<School["classes"][number]>(
      `select c.id, c.number,
         array(select s.id::text from class_session s where s.class_id = c.id order by s.id) as "sessionIds",
         array(select l.id::text from class_course k join lesson l on l.course_id = k.course_id where k.class_id = c.id order by l.ordinal) as "lessonIds"
       from training_class c where c.organisation_id = $1 order by c.number`,
      [organisationId],
    );
    const [clerk, ...signedIn] = await openSessions(platform, [
      { accountId: organisationId, personId: null },
      ...learners.rows.map((row) => ({ accountId: row.account, personId: row.person })),
    ]);
    if (!clerk) throw new Error("the clerk has no session");
    return {
      organisationId,
      clerk,
      classes: classes.rows,
      learners: signedIn.map((session, n) => ({
        ...session,
        personId: learners.rows[n]?.person ?? "",
        enrolmentId: learners.rows[n]?.enrolment ?? "",
        classId: learners.rows[n]?.class ?? "",
      })),
    };
  } finally {
    client.release();
  }
}

/** Classes that meet at the same time have a teacher and a room each. */
async function addMeetings({ owner }: BenchPlatform, organisationId: string): Promise<void> {
  await owner.query(
    `with room as (
       insert into room (id, organisation_id, name, address, capacity)
       select id, $1, number || ' 教室', '示例路 1 号', 500 from training_class where organisation_id = $1
     ), person as (
       insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
       select id, '示例教师', '', decode(replace(id::text, '-', ''), 'hex'), '', '1970-01-01', 'M', '320682001'
       from training_class where organisation_id = $1
     ), teacher as (
       insert into teacher (id, organisation_id, person_id, employment)
       select id, $1, id, 'full-time' from training_class where organisation_id = $1
     )
     insert into class_session (class_id, starts_at, ends_at, hours, topic, teacher_id, teacher_person_id, room_id)
     select id, now() - interval '5 minutes', now() + interval '175 minutes', 4, '实操', id, id, id
     from training_class where organisation_id = $1`,
    [organisationId],
  );
}
