import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

export const accountOfMany: AnomalyRule = {
  id: "account-of-many",
  title: "多人或机构与个人共用收款账户",
  clause: "(十四)",
  explanation: "互不相识的人登记同一收款账户，或个人账户就是机构账户，补贴可能流回培训机构。",
  severity: 3,
  find: () => sql`
    select 'account' as subject_kind, (array_agg(a.id order by a.created_at, a.id))[1]::text as subject_id, null::uuid as class_id,
      (array_agg(a.organisation_id) filter (where a.organisation_id is not null))[1] as organisation_id,
      left(coalesce(max(o.town), max(p.town)), 6) as region,
      count(a.person_id) || ' 人' || case when count(a.organisation_id) > 0 then '与机构' else '' end || '使用同一收款账户' as summary,
      jsonb_build_object('people', to_jsonb(array_remove(array_agg(a.person_id), null)),
        'organisations', to_jsonb(array_remove(array_agg(a.organisation_id), null))) as evidence
    from payee_account a left join person p on p.id = a.person_id left join organisation o on o.id = a.organisation_id
    where a.replaced_at is null group by a.number_hash having count(*) > 1 and count(a.person_id) > 0`,
};
