import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const outsideAdmission: AnomalyRule = {
  id: "outside-admission",
  title: "超出准入职业或等级办班",
  clause: "(十七)",
  explanation: "开班当日机构没有该职业、该等级的有效培训准入。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, '开班时没有 ' || c.occupation_name || case when c.level > 0 then ' ' || c.level || ' 级' else '' end || ' 的培训准入' as summary,
      jsonb_build_object('occupation', c.occupation, 'level', c.level, 'startsOn', c.starts_on) as evidence
    from training_class c
    where ${looked(since)} and c.project_id is null and c.enterprise_id is null and not exists (
      select from admission a where a.organisation_id = c.organisation_id and a.activity = 'training' and a.occupation = c.occupation
        and a.level = c.level and a.state in ('admitted', 'suspended', 'exited') and c.starts_on between a.valid_from and a.valid_to)`,
};
