import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const relativeForSeveral: AnomalyRule = {
  id: "relative-for-several",
  title: "一人替几位亲属参加培训",
  clause: "十三",
  explanation:
    "同一学员以不同亲属的名义参加培训，可能是借用残疾人、低保户的名额；也可能确有两位亲属都来不了，请核对关系证明。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(distinct e.person_id) || ' 名学员前后替两位以上亲属参加培训' as summary,
      jsonb_build_object('enrolments', jsonb_agg(distinct e.id)) as evidence
    from training_class c join enrolment e on e.class_id = c.id join substitution s on s.id = e.substitution_id
    where ${looked(since)} and exists (select from enrolment o join substitution t on t.id = o.substitution_id
      where o.person_id = e.person_id and t.principal_id <> s.principal_id)
    group by c.id`,
};
