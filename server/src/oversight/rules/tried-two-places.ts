import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const triedTwoPlaces: AnomalyRule = {
  id: "tried-two-places",
  title: "一人多次试图同时在两处学习",
  clause: "(十四)",
  explanation:
    "在一个班计着考勤时又在另一个班签到，或网课在别处打开后这里仍在播放五次以上。系统当时已拒绝、没有计时；换手机看课一两次是常事，签到被拒应核实是否代签。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 名学员试图同时在两处：签到被拒 ' || sum(g.sign_ins) || ' 次，网课被拒 ' || sum(g.watched) || ' 次' as summary,
      jsonb_build_object('learners', jsonb_agg(jsonb_build_object('enrolmentId', g.enrolment_id, 'signIns', g.sign_ins, 'watched', g.watched,
        'first', g.first_at, 'last', g.last_at))) as evidence
    from training_class c join (
      select e.class_id, r.enrolment_id, count(*) filter (where r.kind = 'sign-in') as sign_ins, count(*) filter (where r.kind = 'watch') as watched,
        min(r.at) as first_at, max(r.at) as last_at
      from refused_presence r join enrolment e on e.id = r.enrolment_id group by e.class_id, r.enrolment_id) g
      on g.class_id = c.id and (g.sign_ins > 0 or g.watched >= 5)
    where ${looked(since)} group by c.id`,
};
