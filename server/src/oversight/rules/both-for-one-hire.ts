import { apartAtEmployer, monthsOf, type Policy } from "@jinengtong/policy";
import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

export const bothForOneHire: AnomalyRule = {
  id: "both-for-one-hire",
  title: "一次招用同时申领以工代训和岗前培训",
  clause: "五.3",
  explanation: "以工代训与岗前培训补贴不能为同一次招用重复享受。",
  severity: 3,
  find: (since, policies) => sql`
    select 'claim' as subject_kind, w.id::text as subject_id, w.class_id, w.organisation_id, w.town as region,
      '以工代训申请 ' || w.number || ' 与岗前培训申请 ' || p.number || ' 为同一人、同一单位' as summary,
      jsonb_build_object('workForTraining', w.id, 'preJob', p.id, 'personId', w.person_id) as evidence
    from claim w join claim p on p.person_id = w.person_id and p.organisation_id is not distinct from w.organisation_id
    where (w.policy_id, w.benefit, p.benefit) in (${pairs(policies)}) and p.policy_id = w.policy_id and greatest(w.applied_on, p.applied_on) >= ${since}::date
      and abs(w.applied_on - p.applied_on) <= 366
      and w.state not in ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled') and p.state not in ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled')`,
};

/** Pairs of benefits that a programme doesn't let one employer have for one person, by months first. */
function pairs(policies: readonly Policy[]) {
  const found = policies.flatMap((policy) =>
    apartAtEmployer(policy)
      .filter(([benefit]) => monthsOf(policy).has(benefit))
      .map(([benefit, other]) => ({ policy: policy.id, benefit, other })),
  );
  return sql`select * from unnest(${found.map((one) => one.policy)}::text[], ${found.map((one) => one.benefit)}::text[],
    ${found.map((one) => one.other)}::text[])`;
}
