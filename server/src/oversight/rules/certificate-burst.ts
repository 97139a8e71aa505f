import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

export const certificateBurst: AnomalyRule = {
  id: "certificate-burst",
  title: "一天发证超出场地能力",
  clause: "(十八)",
  explanation: "机构一天发出的证书超过其全部教室一天能容纳的人数（至少按 60 人计），可能是批量卖证。",
  severity: 3,
  find: (since) => sql`
    select 'organisation' as subject_kind, o.id || '/' || f.issued_on as subject_id, null::uuid as class_id, o.id as organisation_id,
      o.town as region, f.issued_on || ' 发证 ' || f.n || ' 本，场地一天能容纳 ' || f.capacity || ' 人' as summary,
      jsonb_build_object('issuedOn', f.issued_on, 'certificates', f.n, 'capacity', f.capacity, 'classes', to_jsonb(f.classes)) as evidence
    from organisation o join (
      select issuer_id, issued_on, count(*) as n, array_remove(array_agg(distinct class_id), null) as classes,
        greatest(60, (select coalesce(sum(r.capacity), 0) from room r where r.organisation_id = issuer_id and r.state = 'active')) as capacity
      from certificate where issuer_id is not null and issued_on >= ${since}::date group by issuer_id, issued_on) f on f.issuer_id = o.id
    where f.n > f.capacity`,
};
