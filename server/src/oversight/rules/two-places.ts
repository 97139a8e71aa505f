import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const twoPlaces: AnomalyRule = {
  id: "two-places",
  title: "授课老师同时在别处签到听课",
  clause: "(十四)",
  explanation: "课表上正在授课的人，同一时间在另一个班作为学员出勤。两个出勤中至少有一个不实。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 节课的授课老师同时在别的班出勤' as summary,
      jsonb_build_object('sessions', jsonb_agg(jsonb_build_object('sessionId', s.id, 'elsewhereSessionId', a.session_id, 'enrolmentId', a.enrolment_id))) as evidence
    from training_class c join class_session s on s.class_id = c.id and not s.cancelled
    join attendance a on a.person_id = s.teacher_person_id and a.hours > 0 and a.during && tstzrange(s.starts_at, s.ends_at)
    where ${looked(since)} group by c.id`,
};
