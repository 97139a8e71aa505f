import { sql } from "../../kernel/database.ts";
import { aboutClass, looked, type AnomalyRule } from "./rule.ts";

export const classSharesAccount: AnomalyRule = {
  id: "class-shares-account",
  title: "同班学员共用银行账户",
  clause: "(十四)",
  explanation: "同班多名学员的补贴付到同一个银行账户，可能是资金回流。账户应为本人社保卡。",
  severity: 3,
  find: (since) => sql`
    select ${aboutClass}, sum(g.n) || ' 名学员共用 ' || count(*) || ' 个银行账户' as summary,
      jsonb_build_object('groups', jsonb_agg(to_jsonb(g.enrolments))) as evidence
    from training_class c join (
      select e.class_id, array_agg(e.id order by e.seat) as enrolments, count(*) as n
      from enrolment e join payee_account a on a.person_id = e.person_id and a.replaced_at is null
      where e.seat is not null group by e.class_id, a.number_hash having count(*) > 1) g on g.class_id = c.id
    where ${looked(since)} group by c.id`,
};
