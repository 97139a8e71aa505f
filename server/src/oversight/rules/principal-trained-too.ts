import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const principalTrainedToo: AnomalyRule = {
  id: "principal-trained-too",
  title: "被代替人同期自己在上课",
  clause: "十三",
  explanation: "由亲属替着学，前提是本人来不了。本人在这个班期间自己在别的班出勤，不是来得了，就是有一处出勤不实。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, count(distinct e.id) || ' 名学员所代替的人在开班期间自己出勤 ' || count(distinct a.session_id) || ' 节课' as summary,
      jsonb_build_object('enrolments', jsonb_agg(distinct e.id), 'sessions', jsonb_agg(distinct a.session_id)) as evidence
    from training_class c join enrolment e on e.class_id = c.id join substitution s on s.id = e.substitution_id
    join attendance a on a.person_id = s.principal_id and a.hours > 0
      and a.during && tstzrange(c.starts_on::timestamp at time zone 'Asia/Shanghai', (c.ends_on + 1)::timestamp at time zone 'Asia/Shanghai')
    where ${looked(since)} group by c.id`,
};
