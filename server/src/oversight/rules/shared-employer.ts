import { sql } from "../../kernel/database.ts";
import { aboutClass, filedFor, looked, type AnomalyRule } from "./rule.ts";

export const sharedEmployer: AnomalyRule = {
  id: "shared-employer",
  title: "失业人员班学员同属一家单位",
  clause: "五.2",
  explanation: "为失业人员办的班里，开班时有三名及以上学员在同一家单位就业，可能是企业职工顶替。",
  severity: 2,
  find: (since, policies) => sql`
    select ${aboutClass}, sum(g.n) || ' 名学员在 ' || count(*) || ' 家单位就业' as summary,
      jsonb_build_object('employers', jsonb_agg(jsonb_build_object('uscc', g.employer, 'enrolments', to_jsonb(g.enrolments)))) as evidence
    from training_class c join (
      select e.class_id, f.value ->> 'employer' as employer, array_agg(distinct e.id) as enrolments, count(distinct e.id) as n
      from enrolment e join training_class k on k.id = e.class_id join person_fact f on f.person_id = e.person_id and f.kind = 'employment'
      where e.seat is not null and ${filedFor(policies, "jobless", "seeking")}
        and (f.value ->> 'employed')::boolean and f.value ->> 'employer' is not null
        and (f.value ->> 'from')::date <= k.starts_on and coalesce((f.value ->> 'to')::date, k.starts_on) >= k.starts_on
        and not exists (select from person_fact newer where newer.replaces = f.id)
      group by e.class_id, f.value ->> 'employer' having count(distinct e.id) >= 3) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
