import { sql } from "../../kernel/database.ts";
import { ruleOfClass } from "../../assessment/index.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const certificateWithoutHours: AnomalyRule = {
  id: "certificate-without-hours",
  title: "课时不足却有证书",
  clause: "五.2",
  explanation: "学员计入的课时没有达到规定课时（或本县规定即可结业的比例），却已发证。证书应在课时和考核都合格后发放。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 名学员课时不足即发证' as summary,
      jsonb_build_object('learners', jsonb_agg(jsonb_build_object('enrolmentId', n.enrolment_id, 'hours', n.hours_hundredths / 100.0, 'required', c.required_hours))) as evidence
    from training_class c join enrolment e on e.class_id = c.id join training_fact_now n on n.enrolment_id = e.id
    left join lateral ${ruleOfClass} r on true
    where ${looked(since)} and n.certificates > 0 and n.hours_hundredths < c.required_hours * case when r.sufficient then r.percent else 100 end group by c.id`,
};
