import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

export const paidOnRevoked: AnomalyRule = {
  id: "paid-on-revoked",
  title: "证书撤销后补贴仍在拨付或已拨付",
  clause: "(十四)",
  explanation: "补贴所依据的证书已被撤销。发证笔误后另发新证的，说明新证书编号；证书不应取得的，应当追回。",
  severity: 3,
  find: (since) => sql`
    select 'claim' as subject_kind, k.id::text as subject_id, k.class_id, k.organisation_id, k.town as region,
      '补贴申请 ' || k.number || ' 依据的证书 ' || f.serial || ' 已撤销' as summary,
      jsonb_build_object('claimId', k.id, 'certificateId', f.id) as evidence
    from claim k join certificate f on f.id = k.certificate_id join certificate_revocation r on r.certificate_id = f.id
    where k.state in ('batched', 'paid') and k.applied_on >= ${since}::date`,
};
