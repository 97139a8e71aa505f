import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const sharedPhone: AnomalyRule = {
  id: "shared-phone",
  title: "同班学员共用手机号",
  clause: "(十四)",
  explanation: "多名学员登记同一手机号，可能是冒名报名。夫妻、父母子女共用一个手机的，由机构说明即可。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, sum(g.n) || ' 名学员共用 ' || count(*) || ' 个手机号' as summary,
      jsonb_build_object('groups', jsonb_agg(to_jsonb(g.enrolments))) as evidence
    from training_class c join (
      select e.class_id, array_agg(e.id order by e.seat) as enrolments, count(*) as n
      from enrolment e join person p on p.id = e.person_id
      where e.seat is not null and p.phone_hash is not null group by e.class_id, p.phone_hash having count(*) > 1) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
