import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const watchingInClass: AnomalyRule = {
  id: "watching-in-class",
  title: "上课时间同时在播放网课",
  clause: "(十)",
  explanation: "学员在线下课堂出勤的同时，网课播放了十次以上心跳（约两分钟）。一个人不能同时在两处学习。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(distinct g.enrolment_id) || ' 名学员在 ' || count(*) || ' 节课上同时播放网课' as summary,
      jsonb_build_object('overlaps', jsonb_agg(jsonb_build_object('sessionId', g.session_id, 'enrolmentId', g.enrolment_id, 'beats', g.beats))) as evidence
    from training_class c join (
      select e.class_id, a.session_id, a.enrolment_id, count(*) as beats
      from attendance a join enrolment e on e.id = a.enrolment_id join class_session s on s.id = a.session_id
      join watch_event w on w.enrolment_id = e.id and w.kind = 'beat' and w.at > s.starts_at and w.at < s.ends_at
      where a.mark = 'present' group by e.class_id, a.session_id, a.enrolment_id having count(*) > 10) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
