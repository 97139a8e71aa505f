import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const sharedDevice: AnomalyRule = {
  id: "shared-device",
  title: "一部手机为多人签到",
  clause: "(十四)",
  explanation: "同一节课上一部设备为三名及以上学员扫码签到，可能是代签。确有学员没有手机的，应改用老师点名。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 节课上有一部设备为三人以上签到，最多 ' || max(g.n) || ' 人' as summary,
      jsonb_build_object('sessions', jsonb_agg(jsonb_build_object('sessionId', g.session_id, 'enrolments', to_jsonb(g.enrolments)))) as evidence
    from training_class c join class_session s on s.class_id = c.id join (
      select m.session_id, array_agg(distinct m.enrolment_id) as enrolments, count(distinct m.enrolment_id) as n
      from attendance_mark m where m.method = 'code' and m.device is not null
      group by m.session_id, m.device having count(distinct m.enrolment_id) >= 3) g on g.session_id = s.id
    where ${looked(since)} group by c.id`,
};
