import type { Client } from "pg";

/** Writes so many learners, thirty to a class, each with attendance, lessons watched, a claim and some messages. Returns person and class ids. */
export async function writeLearners(client: Client, learners: number): Promise<{ person: string; class: string }[]> {
  await client.query("begin");
  // Rows as they stand: walking every state would only measure the triggers.
  await client.query("set local session_replication_role = replica");
  const classes = Math.ceil(learners / 30);
  await client.query(`
    create temp table made as select n, gen_random_uuid() as class, gen_random_uuid() as course from generate_series(1, ${classes}) n;
    insert into organisation (id, uscc, name, kind, region, town) select class, 'U' || n, '示例技校' || n, 'training-institution', '320682', '320682001' from made;
    insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
      select class, '教师' || n, '', int8send(n::bigint), '', '1970-01-01', 'M', '320682001' from made;
    insert into teacher (id, organisation_id, person_id, employment) select class, class, class, 'full-time' from made;
    insert into room (id, organisation_id, name, address, capacity) select class, class, '一号教室', '示例路 1 号', 50 from made;
    insert into training_class (id, number, organisation_id, policy_id, benefit, name, occupation, occupation_name, level, content_kind, region, town,
        starts_on, ends_on, capacity, required_hours, state)
      select class, 'K' || n, class, 'rugao-2019', 'unemployed-training', '电工初级班', '6-31-01-03', '电工', 5, 'occupation', '320682', '320682001',
        current_date - 10, current_date + 10, 30, 60, 'running' from made;
    insert into class_session (class_id, starts_at, ends_at, hours, topic, teacher_id, teacher_person_id, room_id)
      select class, current_date + d + time '08:30', current_date + d + time '11:30', 4, '实操 ' || d, class, class, class
      from made, generate_series(-10, 4) d;
    insert into course (id, organisation_id, title, state) select course, class, '安全用电', 'published' from made;
    insert into class_course select class, course from made;
    insert into lesson (course_id, ordinal, kind, title, duration_ms) select course, k, 'video', '第 ' || k || ' 课', 1200000 from made, generate_series(1, 8) k`);
  await client.query(`
    create temp table learner as select n, gen_random_uuid() as person, gen_random_uuid() as enrolment,
      (select class from made m where m.n = (l.n - 1) / 30 + 1) as class from generate_series(1, ${learners}) as l(n);
    insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
      select person, '学员' || n, '', int8send(1000000 + n::bigint), '3206**********0010', '1980-01-01', 'F', '320682001' from learner;
    insert into enrolment (id, class_id, person_id, seat, state, town)
      select enrolment, class, person, (n - 1) % 30 + 1, 'enrolled', '320682001' from learner;
    insert into attendance (session_id, enrolment_id, person_id, mark_id, mark, hours, during)
      select s.id, l.enrolment, l.person, 1, 'present', 4, tstzrange(s.starts_at, s.ends_at)
      from learner l join class_session s on s.class_id = l.class where s.ends_at < now();
    insert into watch_credit (enrolment_id, lesson_id, person_id, state, credited_ms, completed_at)
      select l.enrolment, t.id, l.person, '{}', 1200000, case when t.ordinal < 4 then now() end
      from learner l join class_course c on c.class_id = l.class join lesson t on t.course_id = c.course_id where t.ordinal <= 4;
    insert into claim (number, policy_id, benefit, applied_on, person_id, class_id, enrolment_id, payee_kind, region, town, state, asked_fen)
      select 'C' || n, 'rugao-2019', 'unemployed-training', current_date, person, class, enrolment, 'person', '320682', '320682001', 'prepared', 120000 from learner;
    insert into message_outbox (channel, person_id, template, body)
      select 'in-app', person, 'notice', '您的补贴申请已准备好，请确认' from learner, generate_series(1, 3);
    insert into account (username, name, role, person_id, region) select 'l' || n, '学员' || n, 'learner', person, '320682' from learner`);
  const { rows } = await client.query<{ person: string; class: string }>(
    "select person, class from learner order by n",
  );
  await client.query("commit");
  await client.query("vacuum analyze");
  return rows;
}
