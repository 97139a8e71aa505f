import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

export const writtenOff: AnomalyRule = {
  id: "written-off",
  title: "追回被核销",
  clause: "(十四)",
  explanation:
    "应当追回的补贴没有追回就核销了。单位注销、人员死亡等有文书的可以说明；没有文书的，查明提出和决定核销的人。",
  severity: 2,
  find: (since) => sql`
    select 'claim' as subject_kind, k.id::text as subject_id, k.class_id, k.organisation_id, k.town as region,
      '补贴申请 ' || k.number || ' 的追回已核销' as summary,
      jsonb_build_object('claimId', k.id, 'clawbackId', w.id, 'fen', w.amount_fen, 'askedBy', e.asked_by, 'decidedBy', e.decided_by) as evidence
    from clawback w join claim k on k.id = w.claim_id join clawback_end e on e.clawback_id = w.id and e.agreed
    where w.state = 'written-off' and w.demanded_at >= ${since}::date`,
};
