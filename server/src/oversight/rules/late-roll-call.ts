import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const lateRollCall: AnomalyRule = {
  id: "late-roll-call",
  title: "课后成批补点名",
  clause: "(十四)",
  explanation: "九成以上的考勤不是上课时扫码，而是下课一天以后由一个账号成批补录（二十条以上）。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, g.n || ' 条考勤中的 ' || g.late || ' 条在下课一天后补录' as summary,
      jsonb_build_object('marks', g.n, 'late', g.late, 'accounts', to_jsonb(g.accounts)) as evidence
    from training_class c join (
      select s.class_id, count(*) as n, count(*) filter (where m.method <> 'code' and m.at > s.ends_at + interval '1 day') as late,
        array_remove(array_agg(distinct m.account_id), null) as accounts
      from attendance_mark m join class_session s on s.id = m.session_id group by s.class_id) g on g.class_id = c.id
    where ${looked(since)} and g.late >= 20 and g.late * 10 >= g.n * 9`,
};
