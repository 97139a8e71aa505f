import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const missedChecks: AnomalyRule = {
  id: "missed-checks",
  title: "网课抽查从不作答",
  clause: "(十)",
  explanation: "学员错过五次以上随堂抽查且一次未答，仍在继续播放，像是无人值守的自动播放。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 名学员从不回答网课抽查' as summary,
      jsonb_build_object('learners', jsonb_agg(jsonb_build_object('enrolmentId', g.enrolment_id, 'missed', g.missed))) as evidence
    from training_class c join (
      select e.class_id, w.enrolment_id, count(*) as missed from watch_event w join enrolment e on e.id = w.enrolment_id
      where w.kind in ('check-missed', 'check-passed')
      group by e.class_id, w.enrolment_id having count(*) filter (where w.kind = 'check-passed') = 0 and count(*) >= 5) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
