import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const changedScores: AnomalyRule = {
  id: "changed-scores",
  title: "成绩由不合格改为合格",
  clause: "(十八)",
  explanation: "登记后把不合格成绩改为合格。每次更正都留有原成绩和理由，请核对原始试卷。",
  severity: 2,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 名学员的成绩由不合格改为合格' as summary,
      jsonb_build_object('results', jsonb_agg(jsonb_build_object('resultId', later.id, 'enrolmentId', later.enrolment_id, 'from', first.score, 'to', later.score))) as evidence
    from training_class c join exam x on x.class_id = c.id join exam_result later on later.exam_id = x.id and later.passed
    join exam_result first on first.id = later.replaces and not first.passed
    where ${looked(since)} group by c.id`,
};
