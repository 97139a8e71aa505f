import pg from "pg";
import { COUNTY } from "./app.ts";

/**
 * Rows for lists that the demo county leaves nearly empty, some with equal times, so that orders can be told apart. Triggers and
 * foreign keys are off for the insert: only reading is tested.
 */
const ROWS = [
  `insert into redecision (policy_id, policy_digest, title, from_day, because, state, asked_by, asked_at, total)
   select 'p' || n, 'sha256:' || n, '第 ' || n || ' 版', '2026-01-01'::date + n % 3, '依据文件更正', 'withdrawn', a.id, now() - n % 4 * interval '1 hour', 0
   from (select id from account where role = 'reviewer' limit 1) a, generate_series(1, 9) n`,
  `insert into redecision_row (redecision_id, claim_id, decision_id, number, benefit, town, applied_on, policy_digest, old_outcome, old_fen,
     outcome, amount_fen, difference_fen, because, step, state)
   select x.id, c.id, c.decision_id, c.number, c.benefit, c.town, c.applied_on, 'sha256:1', 'granted', 100000, 'granted', 100000 + n % 3 * 10000 - 10000,
     n % 3 * 10000 - 10000, '金额的算法不同', 'none', 'listed'
   from (select id from redecision order by title limit 1) x,
     (select *, row_number() over (order by id) as n from claim where decision_id is not null order by id limit 9) c`,
  `insert into organisation_token (account_id, name, token_hash, scopes, created_by, created_at, expires_at)
   select a.id, '令牌' || n % 3, sha256(n::text::bytea), '{classes:read}', a.id, now() - n % 4 * interval '1 day', now() + n * interval '1 day'
   from (select id from account where role = 'institution' limit 1) a, generate_series(1, 9) n`,
  `insert into person_group (person_id, code, valid_from, valid_to, created_at)
   select p.id, 'registered-unemployed', '2026-01-01'::date + n::int % 3, case when n % 2 = 0 then '2027-01-01'::date end, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p`,
  `insert into substitution (person_id, principal_id, relation, proof, evidence_file_id, valid_from, valid_to, declared_by, created_at)
   select p.id, q.id, (array['spouse', 'parent', 'child'])[1 + p.n % 3], 'community', gen_random_uuid(), '2026-01-01'::date + p.n::int % 3,
     '2026-12-01'::date + p.n::int % 4, gen_random_uuid(), now() - p.n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p
   join (select id, row_number() over (order by id) as n from person order by id offset 9 limit 9) q on q.n = p.n + 9`,
  `insert into fact_correction (person_id, about, wish, asked_by, asked_at)
   select p.id, case when n % 2 = 0 then 'name' else 'insurance' end, '更正一下', gen_random_uuid(), now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p`,
  `insert into person_join (kept_id, joined_id, reason, asked_by, asked_at, decided_by, decided_at, state)
   select k.id, p.id, '核对身份证原件', a.id, now() - n % 4 * interval '1 hour', case when n % 2 = 0 then gen_random_uuid() end, case when n % 2 = 0 then now() - n % 3 * interval '1 minute' end, case when n % 2 = 0 then 'declined' else 'asked' end
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id from person order by id desc limit 1) k, (select id from account where role = 'reviewer' limit 1) a`,
  `insert into person_entry (person_id, subject, content, state, entered_by, entered_at)
   select p.id, case when n % 2 = 0 then 'fact:pension' else 'group:registered-unemployed' end, jsonb_build_object('kind', 'group', 'n', n),
     'submitted', a.id, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id from account where role = 'reviewer' limit 1) a`,
  `insert into personal_data_access (person_id, account_id, purpose, fields, at)
   select p.id, a.id, '核对' || n % 3 || '号材料', '{phone}', now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id from account where role = 'reviewer' limit 1) a`,
  `update person p set name = '重名', phone_hash = '\\x01', phone_masked = '138****0000' where id in (select id from person order by number limit 3)`,
  `update person p set name = '同名', phone_hash = '\\x02', phone_masked = '139****0000' where id in (select id from person order by number offset 3 limit 2)`,
  `update person p set name = '又同名', phone_hash = '\\x03', phone_masked = '137****0000' where id in (select id from person order by number offset 5 limit 2)`,
  `insert into person_fact (person_id, kind, value, source)
   select p.id, 'employment', jsonb_build_object('employed', true, 'employer', o.uscc, 'from', '2025-01-0' || 1 + n % 3, 'contractMonths', n % 3 * 12), '示例'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select uscc from organisation where id = (select organisation_id from teacher group by 1 order by count(*) desc, 1 limit 1)) o`,
  `insert into class_change (class_id, kind, content, reason, submitted_by, submitted_at, decided_at, state)
   select c.id, 'joiner', '{}', '补报一人', gen_random_uuid(), now() - n % 4 * interval '1 hour', case when n % 2 = 0 then now() end,
     case when n % 2 = 0 then 'refused' else 'submitted' end
   from (select id, row_number() over (order by id) as n from training_class order by id limit 9) c`,
  `insert into plan_quota (project_id, year, scope, organisation_id, places, drawn)
   select p.id, extract(year from now() at time zone 'Asia/Shanghai'), 'organisation', o.id, 10 * (1 + o.n % 3), o.n % 4
   from (select id from training_project order by code limit 2) p, (select id, row_number() over (order by id) as n from organisation order by id limit 4) o
   on conflict do nothing`,
  `insert into class_wish (person_id, occupation, occupation_name, level, towns, made_at)
   select p.id, '6-31-01-0' || 1 + n % 3, '工种' || n % 3, 4 + n % 2, case when n % 4 = 0 then '{}'::text[] else array['32068200' || n % 2] end,
     now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p`,
  `insert into course (organisation_id, title, state, created_at)
   select organisation_id, '课程' || n % 3, 'draft', now() - n % 4 * interval '1 hour' from (select organisation_id from course limit 1) c, generate_series(1, 6) n`,
  `insert into certificate_declaration (person_id, number, kind, occupation, occupation_name, level, issuer_name, issued_on, query_answer, query_note, declared_by, declared_at)
   select p.id, 'X' || n, 'skill-level', '6-31-01-03', '电工', 4, '评价机构' || n % 2, '2026-01-01'::date + n::int % 3, 'unknown', '', gen_random_uuid(), now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p`,
  `insert into class_feedback (enrolment_id, class_id, organisation_id, teaching, practice, service, useful, text, written_by, written_at)
   select e.id, e.class_id, c.organisation_id, 1 + n % 5, 4, 5, 3, '第 ' || n || ' 条', a.id, now() - n % 4 * interval '1 hour'
   from (select *, row_number() over (order by id) as n from enrolment order by id limit 9) e join training_class c on c.id = e.class_id,
     (select id from account where role = 'reviewer' limit 1) a`,
  `insert into window_session (person_id, officer_id, region, purposes, asked_at, state, ended_at)
   select p.id, a.id, '${COUNTY}', '{record}', now() - n % 4 * interval '1 hour', 'ended', now()
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id from account where role = 'reviewer' limit 1) a`,
  `insert into objection (claim_id, kind, text, raised_at, due_on)
   select c.id, case when n % 2 = 0 then 'own' else 'public' end, '请再核一次金额', now() - n % 4 * interval '1 hour', '2026-03-20'::date + n::int % 3
   from (select id, row_number() over (order by id) as n from claim order by id limit 9) c`,
  `insert into claim_cancellation (claim_id, reason, asked_by, asked_at)
   select c.id, '发错了人', a.id, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from claim order by id limit 9) c, (select id from account where role = 'reviewer' limit 1) a`,
  `insert into clawback (claim_id, amount_fen, reason, due_on, demanded_by, demanded_at, state, repaid_on)
   select c.id, 100000 * (1 + n % 3), '多发了', '2026-03-20'::date + n::int % 3, gen_random_uuid(), now() - n % 4 * interval '1 hour',
     case when n % 2 = 0 then 'repaid' else 'demanded' end, case when n % 2 = 0 then '2026-03-10'::date + n::int end
   from (select id, row_number() over (order by id) as n from claim order by id limit 9) c`,
  `insert into ledger_correction (entry_id, reason, asked_by, asked_at)
   select e.id, '多录了一个零', a.id, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by seq) as n from ledger_entry order by seq limit 9) e, (select id from account where role = 'finance' limit 1) a`,
  `insert into expected_inflow (source_id, amount_fen, expected_on, document, noted_by, noted_at)
   select s.id, 100000 * (1 + n % 3), '2026-04-01'::date + n % 4, '财社' || n, a.id, now() - n % 5 * interval '1 hour'
   from (select id from fund_source order by code limit 1) s, (select id from account where role = 'finance' limit 1) a, generate_series(1, 9) n`,
  `insert into audit_sample (seed, frame, filter, frame_size, size, drawn, drawn_by, drawn_at)
   select 'seed' || n, 'claims', '{}', 100 * (n % 3), n, '{}', a.id, now() - n % 4 * interval '1 hour'
   from (select id from account where role = 'auditor' limit 1) a, generate_series(1, 9) n`,
  `insert into bank_return (digest, paid_count, returned_count, received_at, unknown, received_by)
   select sha256(n::text::bytea), n % 3, n % 2, now() - n % 4 * interval '1 hour', case when n % 2 = 0 then '[{"paymentNumber":"X","reason":"没有这笔付款"}]' else '[]' end::jsonb, a.id
   from (select id from account where role = 'finance' limit 1) a, generate_series(1, 9) n`,
  `insert into fact_import (subject, region, file_id, source, rows_wanted, state, total, added, faulty, sent_by, sent_at)
   select case when n % 2 = 0 then 'pension' else 'registered-unemployed' end, '${COUNTY}', gen_random_uuid(), '名册' || n % 3, 'good', 'ready',
     n, n % 4, n % 2, a.id, now() - n % 4 * interval '1 hour'
   from (select id from account where role = 'reviewer' limit 1) a, generate_series(1, 9) n`,
  `insert into fact_import_row (import_id, row_number, who, value, outcome)
   select i.id, n, '张* 3206***' || n, '{}', case when n % 3 = 0 then 'fault' else 'add' end
   from (select id from fact_import order by number limit 1) i, generate_series(2, 12) n`,
  `insert into policy_draft (policy_id, title, state, created_by)
   select 'example-2025', '调整标准', 'open', a.id from (select id from account where role = 'reviewer' limit 1) a`,
  `insert into long_task (kind, state, input, started_by)
   select 'policy-impact', 'done', jsonb_build_object('draftId', id, 'revision', 1, 'digest', '', 'content', ''), created_by from policy_draft`,
  `insert into policy_impact (task_id, claim_id, benefit, town, applied_on, before_outcome, before_fen, after_outcome, after_fen, because)
   select t.id, c.id, c.benefit, c.town, c.applied_on, 'granted', 60000 * (n % 3), case when n % 2 = 0 then 'granted' else 'refused' end,
     30000 * (n % 4), '不再符合'
   from (select id from long_task where kind = 'policy-impact' limit 1) t,
     (select *, row_number() over (order by id) as n from claim order by id limit 12) c`,
  `insert into master_scheme (organisation_id, title, special_places, chief_places, conditions, pay, state, filed_by, filed_at)
   select a.organisation_id, '方案' || n % 4, 3, 1, '综合评审', '年薪制', 'returned', a.id, now() - n % 4 * interval '1 hour'
   from (select id, organisation_id from account where username = 'enterprise') a, generate_series(1, 9) n
   on conflict do nothing`,
  `insert into master_appointment (scheme_id, person_id, grade, trade, panel, score, publicised_from, publicised_to, from_on, to_on, state, appointed_by, appointed_at)
   select m.id, p.id, case when n % 2 = 0 then 'special' else 'chief' end, '电工', array['甲', '乙', '丙'], 90, '2026-01-05', '2026-01-12', '2026-02-01'::date + n::int % 3,
     '2026-03-01', 'ended', m.filed_by, now() - n % 4 * interval '1 hour'
   from (select id, filed_by from master_scheme order by id limit 1) m, (select id, row_number() over (order by id) as n from person order by id limit 9) p
   on conflict do nothing`,
  `insert into pilot (school_id, evaluator_id, certificate, level, majors, places, fee_fen, year, state, proposed_by, proposed_at)
   select a.organisation_id, e.organisation_id, '证书' || n % 4, 'junior', array['机电'], 10 + n % 3, 20000, 2025 + n % 3, 'approved', a.id, now()
   from (select id, organisation_id from account where username = 'institution') a, (select organisation_id from account where username = 'evaluator') e, generate_series(1, 9) n
   on conflict do nothing`,
  `insert into pilot_candidate (pilot_id, person_id, registered_by, registered_at)
   select t.id, p.id, t.proposed_by, now() from (select id, proposed_by from pilot order by id limit 1) t, (select id from person order by id limit 9) p
   on conflict do nothing`,
  `insert into post (organisation_id, workplace, name, town, item, since, created_by, created_at)
   select o.id, '车间' || n % 3, '岗位' || n, '${COUNTY}00' || 1 + n % 2, case when n % 3 = 0 then null else 'electric-low' end, '2020-01-01'::date + n::int % 3, a.id, now()
   from (select organisation_id as id from account where username = 'enterprise') o, (select id from account where role = 'enterprise' limit 1) a, generate_series(1, 9) n`,
  `insert into posting (post_id, person_id, from_on, created_by, created_at)
   select t.id, p.id, '2026-01-01'::date + p.n::int % 3, t.created_by, now()
   from (select id, created_by, row_number() over (order by id) as n from post order by id limit 9) t
   join (select id, row_number() over (order by id) as n from person order by id limit 9) p on p.n = t.n
   on conflict do nothing`,
  `insert into work_licence (person_id, organisation_id, item, serial, issuer_name, first_issued_on, issued_on, valid_to, state, entered_by, entered_at)
   select p.id, a.organisation_id, 'electric-low', 'L' || n, '发证机关', '2023-01-01'::date + n::int % 3, '2023-01-01'::date + n::int % 3, '2029-01-01'::date + n::int % 3,
     case when n % 2 = 0 then 'verified' else 'entered' end, a.id, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id, organisation_id from account where username = 'enterprise') a`,
  `insert into review_class (organisation_id, item, person_ids, hours, wanted_on, state, proposed_by, proposed_at)
   select a.organisation_id, 'weld-fusion', array[gen_random_uuid()], 8, '2026-12-01'::date + n % 3, 'withdrawn', a.id, now() - n % 4 * interval '1 hour'
   from (select id, organisation_id from account where username = 'enterprise') a, generate_series(1, 9) n`,
  `insert into period_form (digest, code, version, definition) values ('\\x01', 'education-fund', '0.0.1', '{"code":"education-fund","version":"0.0.1","title":"示例表","source":"示例","from":"2019-01-01","reporter":"enterprise","period":"year","due":{"months":3,"day":31,"source":"示例"},"figures":[],"rows":{"title":"明细","key":["name"],"columns":[{"code":"name","title":"姓名","kind":"text"}]},"relations":[]}')`,
  `insert into period_return (form_digest, form_code, period, organisation_id, region, due_on, state, first_submitted_on, submitted_by, submitted_at, row_count)
   select '\\x01', 'education-fund', '2025', o.id, o.town, '2026-03-31', case when n % 2 = 0 then 'submitted' else 'draft' end,
     case when n % 2 = 0 then '2026-03-01'::date + n::int end, case when n % 2 = 0 then gen_random_uuid() end,
     case when n % 2 = 0 then now() - n % 3 * interval '1 hour' end, n
   from (select *, row_number() over (order by id) as n from organisation where kind = 'enterprise' order by id limit 9) o
   on conflict do nothing`,
  `insert into period_return_row (return_id, line, from_version, content, key_hash)
   select r.id, n, 1, jsonb_build_object('name', '张' || n), sha256(n::text::bytea)
   from (select id from period_return order by organisation_id limit 1) r, generate_series(1, 9) n
   on conflict do nothing`,
  `insert into return_double (row_id, enrolment_id, found_on)
   select v.id, e.id, '2026-03-01'::date + v.n::int % 3
   from (select id, row_number() over (order by line) as n from period_return_row) v
   join (select id, row_number() over (order by id) as n from enrolment where state in ('enrolled', 'completed', 'failed') order by id limit 9) e on e.n = v.n`,
  `update period_return set state = 'submitted', first_submitted_on = coalesce(first_submitted_on, '2026-03-01'), submitted_by = coalesce(submitted_by, gen_random_uuid())
   where id in (select return_id from period_return_row)`,
  `update period_return_row set content = content || jsonb_build_object('occupation', '电工', 'startedOn', '2026-03-0' || 1 + line % 3, 'paidFen', 100000 * (line % 2)),
     id_number_sealed = '\\x01', id_number_hash = sha256(line::text::bytea), id_number_masked = '3206**********' || 10 + line`,
  `insert into evaluation_site (organisation_id, code, name, address, tenure, video, added_at)
   select o.id, lpad((320700 + n)::text, 6, '0'), '考点' || n, '示例路', 'own', true, now() from (select id from organisation where kind = 'evaluation-body' limit 1) o, generate_series(1, 3) n
   on conflict do nothing`,
  `insert into evaluation_filing (organisation_id, number, kind, institution_code, province_code, valid_from, valid_to, region, charges, submitted_at)
   select o.id, '备案' || n, 'social-body', lpad(n::text, 4, '0'), '32', '2026-01-01', '2026-12-01'::date + n % 3, o.town, '示例', now() - n % 4 * interval '1 hour'
   from (select id, town from organisation where kind = 'evaluation-body' limit 1) o, generate_series(11, 19) n
   on conflict do nothing`,
  `insert into evaluation_filing_item (filing_id, site_id, occupation, occupation_name, level, charge_fen)
   select f.id, s.id, '6-31-01-03', '电工', 5, 0 from evaluation_filing f, (select id from evaluation_site order by code limit 1) s on conflict do nothing`,
  `insert into evaluation_staff (person_id, organisation_id, region, kind, certificate_number, valid_from, valid_to, occupations, highest_level, registered_at)
   select p.id, o.id, o.town, case when n % 2 = 0 then 'examiner' else 'invigilator' end, 'T' || n, '2025-01-01', '2026-12-01'::date + n::int % 3, '{6-31-01-03}', 3, now() - n % 4 * interval '1 hour'
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id, town from organisation where kind = 'evaluation-body' limit 1) o
   on conflict do nothing`,
  `insert into evaluation_batch (number, organisation_id, site_id, region, occupation, occupation_name, level, ways, exam_on, starts_at, ends_at, practice_minutes,
     expected, charge_fen, notice, state, created_at)
   select 'RD2026-9000' || n, o.id, s.id, o.town, '6-31-01-0' || 1 + n % 3, '工种' || n % 3, 4 + n % 2, '{theory,practice}', '2026-04-01'::date + n % 4, now(), now() + interval '1 hour', 40,
     30, 0, '示例公告', case when n % 2 = 0 then 'pending' else 'publicised' end, now()
   from (select id, town from organisation where kind = 'evaluation-body' limit 1) o, (select id from evaluation_site order by code limit 1) s, generate_series(1, 6) n
   on conflict do nothing`,
  `insert into evaluation_candidate (batch_id, person_id, condition, work_years, state, ticket, registered_at)
   select b.id, p.id, '5-entry', 1, case when n % 2 = 0 then 'admitted' else 'refused' end, case when n % 3 > 0 then '20260000' || n end, now()
   from (select id, row_number() over (order by id) as n from person order by id limit 9) p, (select id from evaluation_batch where number = 'RD2026-90001') b
   on conflict do nothing`,
  `insert into evaluation_publicity (batch_id, starts_on, ends_on, started_at) select id, '2026-03-10', '2026-03-17', now() from evaluation_batch where number = 'RD2026-90001'
   on conflict do nothing`,
  `insert into evaluation_objection (batch_id, candidate_id, text, state, raised_by, raised_at)
   select k.batch_id, k.id, '请再核一次', case when k.work_years > 0 and k.ticket like '%2' then 'refused' else 'open' end, a.id, now() - random() * interval '1 hour'
   from evaluation_candidate k join evaluation_batch b on b.id = k.batch_id and b.number = 'RD2026-90001', (select id from account where role = 'reviewer' limit 1) a where k.ticket is not null
   on conflict do nothing`,
  `insert into evaluation_paper (organisation_id, occupation, level, subject, title, source, file_id, digest, added_at)
   select o.id, '6-31-01-0' || 1 + n % 3, 4 + n % 2, 'theory', '卷' || n, '题库', gen_random_uuid(), sha256(n::text::bytea), now() - n % 4 * interval '1 hour'
   from (select id from organisation where kind = 'evaluation-body' limit 1) o, generate_series(1, 9) n
   on conflict do nothing`,
  `insert into audit_log (operation, detail, mac) select 'POST /api/v1/examples', '{}', '\\x00' from generate_series(1, 9)`,
];

/** Fills them. */
export async function fillThinLists(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("set session_replication_role = replica");
  for (const rows of ROWS) await client.query(rows);
  await client.end();
}
