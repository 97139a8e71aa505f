import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const nameUsed: AnomalyRule = {
  id: "name-used",
  title: "本人否认参加培训",
  clause: "(十四)",
  explanation: "学员收到申领通知后提出本人异议。同班其他学员应一并电话核实。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, count(*) || ' 名学员对以自己名义的申领提出异议' as summary,
      jsonb_build_object('objections', jsonb_agg(jsonb_build_object('objectionId', o.id, 'claimId', k.id))) as evidence
    from training_class c join claim k on k.class_id = c.id join objection o on o.claim_id = k.id and o.kind = 'own'
    where ${looked(since)} and o.upheld is distinct from false group by c.id`,
};
