import { sql } from "../../kernel/database.ts";
import type { AnomalyRule } from "./rule.ts";

/** The second payment of one training: a claim of ours beside an office's money, or the rows of the office that paid after another. */
export const paidByTwoOffices: AnomalyRule = {
  id: "paid-by-two-offices",
  title: "同一次培训两处付了补贴",
  clause: "(十五)",
  explanation:
    "同一人同一职业相近日期的培训，两个部门或部门与本平台都付了补贴。确为两次培训的，说明各自的班次；重复的，由后付的一方追回。",
  severity: 3,
  find: (since) => sql`
    select 'claim' as subject_kind, k.id::text as subject_id, k.class_id, k.organisation_id, k.town as region,
      '补贴申请 ' || k.number || ' 的培训，' || o.name || '也付了补贴' as summary,
      jsonb_build_object('claimId', k.id, 'office', v.organisation_id, 'returnId', v.return_id, 'fen', (v.content ->> 'paidFen')::bigint) as evidence
    from return_double d join sent_return_row v on v.id = d.row_id join organisation o on o.id = v.organisation_id
    join claim k on k.enrolment_id = d.enrolment_id
    where k.state in ('batched', 'paid') and (v.content ->> 'paidFen')::bigint > 0 and d.found_on >= ${since}::date
    union all
    select 'organisation', v.return_id::text, null::uuid, v.organisation_id, o.region,
      o.name || ' ' || v.period || ' 报送的 ' || count(*) || ' 行，别的部门已付过补贴',
      jsonb_build_object('returnId', v.return_id, 'offices', jsonb_agg(distinct w.organisation_id), 'rows', count(*),
        'fen', sum((v.content ->> 'paidFen')::bigint))
    from return_double d join sent_return_row v on v.id = d.row_id join organisation o on o.id = v.organisation_id
    join sent_return_row w on w.id = d.other_row_id
    where (v.content ->> 'paidFen')::bigint > 0 and (w.content ->> 'paidFen')::bigint > 0 and d.found_on >= ${since}::date
    group by v.return_id, v.organisation_id, v.period, o.name, o.region`,
};
