import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const hastySignIn: AnomalyRule = {
  id: "hasty-sign-in",
  title: "全班几秒内签到完毕",
  clause: "(十四)",
  explanation: "一节课的十个以上扫码签到从第一个到最后一个不超过 10 秒，像是程序或一人代签。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 节课在 10 秒内签到完毕' as summary,
      jsonb_build_object('sessions', jsonb_agg(jsonb_build_object('sessionId', g.session_id, 'marks', g.n, 'seconds', g.seconds))) as evidence
    from training_class c join class_session s on s.class_id = c.id join (
      select session_id, count(*) as n, round(extract(epoch from max(at) - min(at)), 1) as seconds
      from attendance_mark where method = 'code' group by session_id having count(*) >= 10 and max(at) - min(at) <= interval '10 seconds') g
      on g.session_id = s.id
    where ${looked(since)} group by c.id`,
};
