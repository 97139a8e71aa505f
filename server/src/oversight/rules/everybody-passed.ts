import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const everybodyPassed: AnomalyRule = {
  id: "everybody-passed",
  title: "大班考核全员合格且成绩相近",
  clause: "(十八)",
  explanation: "三十人以上的考核无一人不合格，且最高与最低分相差不到 10 分。可抽查试卷或复考。",
  severity: 1,
  find: (since) => sql`
    select ${aboutClass}, g.n || ' 人考核全部合格，成绩在 ' || g.low || '–' || g.high || ' 分之间' as summary,
      jsonb_build_object('examId', g.exam_id, 'results', g.n, 'lowest', g.low, 'highest', g.high) as evidence
    from training_class c join (
      select distinct on (x.class_id) x.class_id, f.exam_id, count(*) as n, trim_scale(min(f.score)) as low, trim_scale(max(f.score)) as high
      from exam x join exam_result f on f.exam_id = x.id and not exists (select from exam_result newer where newer.replaces = f.id)
      group by x.class_id, f.exam_id having count(*) >= 30 and bool_and(f.passed) and max(f.score) - min(f.score) < 10
      order by x.class_id, count(*) desc) g on g.class_id = c.id
    where ${looked(since)}`,
};
