import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const signedElsewhere: AnomalyRule = {
  id: "signed-elsewhere",
  title: "签到地点不在教室",
  clause: "(十四)",
  explanation: "签到位置离登记的教室 500 米以上。手机定位会漂移，偶尔一两次可以说明；多人多次应现场核查。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 次签到离教室 500 米以上，最远 ' || round(max(g.metres) / 1000.0, 1) || ' 公里' as summary,
      jsonb_build_object('marks', jsonb_agg(jsonb_build_object('markId', g.id, 'sessionId', g.session_id, 'metres', g.metres))) as evidence
    from training_class c join (
      select s.class_id, m.id, m.session_id, round(distance_metres(m.latitude, m.longitude, r.latitude, r.longitude))::int as metres
      from attendance_mark m join class_session s on s.id = m.session_id join room r on r.id = s.room_id
      where m.latitude is not null and m.method = 'code') g on g.class_id = c.id and g.metres > 500
    where ${looked(since)} group by c.id`,
};
