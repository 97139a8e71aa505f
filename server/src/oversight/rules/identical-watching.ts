import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const identicalWatching: AnomalyRule = {
  id: "identical-watching",
  title: "多人网课播放节奏完全相同",
  clause: "(十)",
  explanation: "三名及以上学员同一节网课的播放记录逐次相同（位置和间隔秒数），像是脚本代播。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, sum(g.n) || ' 名学员在 ' || count(distinct g.lesson_id) || ' 节网课上的播放节奏完全相同' as summary,
      jsonb_build_object('lessons', jsonb_agg(jsonb_build_object('lessonId', g.lesson_id, 'enrolments', to_jsonb(g.enrolments)))) as evidence
    from training_class c join (
      select class_id, lesson_id, array_agg(enrolment_id) as enrolments, count(*) as n from (
        select e.class_id, w.lesson_id, w.enrolment_id,
          md5(string_agg(w.kind || ':' || coalesce(w.to_ms, 0) || ':' || round(extract(epoch from w.at - l.opened_at)), ',' order by w.id)) as rhythm
        from watch_event w join watch_lease l on l.id = w.lease_id join enrolment e on e.id = w.enrolment_id
        group by e.class_id, w.lesson_id, w.enrolment_id having count(*) >= 10) each
      group by class_id, lesson_id, rhythm having count(*) >= 3) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
