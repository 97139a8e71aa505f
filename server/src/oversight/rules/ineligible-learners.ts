import { sql } from "../../kernel/database.ts";
import { aboutClass, filedFor, looked, type AnomalyRule } from "./rule.ts";

export const ineligibleLearners: AnomalyRule = {
  id: "ineligible-learners",
  title: "在职、参保或领养老金人员参加失业人员班",
  clause: "十三",
  explanation: "开班时已就业、仍在缴纳养老保险或按月领取养老金的人，以及未满 16 岁的学生，不属于这类班的对象。",
  severity: 3,
  find: (since, policies) => sql`
    select ${aboutClass}, count(distinct g.id) || ' 名学员开班时不属于补贴对象' as summary,
      jsonb_build_object('learners', jsonb_agg(distinct jsonb_build_object('enrolmentId', g.id, 'reason', g.reason))) as evidence
    from training_class c join (
      select e.id, e.class_id, case f.kind when 'pension' then '按月领取养老金' when 'insurance' then '正在缴纳养老保险' else '开班时在职' end as reason
      from enrolment e join training_class k on k.id = e.class_id join person_fact f on f.person_id = e.person_id
      where e.seat is not null and ${filedFor(policies, "jobless")} and not exists (select from person_fact newer where newer.replaces = f.id)
        and case f.kind
          when 'employment' then (f.value ->> 'employed')::boolean and (f.value ->> 'from')::date <= k.starts_on
            and coalesce((f.value ->> 'to')::date, k.starts_on) >= k.starts_on
          when 'pension' then (f.value ->> 'monthlyPension')::boolean and (f.value ->> 'from')::date <= k.starts_on
            and coalesce((f.value ->> 'to')::date, k.starts_on) >= k.starts_on
          when 'insurance' then coalesce((f.value ->> 'pensionPaidNow')::boolean, false)
            and (f.value ->> 'asOf')::date between k.starts_on - 31 and k.ends_on
          else false end
      union all
      select e.id, e.class_id, '未满 16 岁' from enrolment e join training_class k on k.id = e.class_id join person p on p.id = e.person_id
      where e.seat is not null and ${filedFor(policies, "jobless")} and p.birth_date > k.starts_on - interval '16 years') g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
