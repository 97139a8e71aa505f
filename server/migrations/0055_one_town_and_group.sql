-- By town and by group mean the same for training and for its money: the town in which the learner was enrolled, and the group by which the
-- claim was decided. A tick on a roster that no office confirmed grants nothing, so it names no money either.
CREATE FUNCTION claim_group(enrolled text, facts jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(facts #> '{person,groups}') IS DISTINCT FROM 'array' OR facts #> '{person,groups}' ? enrolled THEN enrolled
              ELSE facts #>> '{person,groups,0}' END
$$;

CREATE OR REPLACE VIEW claim_fact_now AS
SELECT k.id AS claim_id, coalesce(p.number, 0)::int AS person_number,
  CASE WHEN k.state NOT IN ('prepared', 'declined', 'lapsed', 'withdrawn') THEN k.applied_on END AS applied_on,
  CASE WHEN k.state IN ('approved', 'publicised', 'objected', 'payable', 'batched', 'paid', 'recovering') THEN coalesce(r.on_date, k.applied_on) END AS approved_on,
  CASE WHEN k.state IN ('paid', 'recovering') THEN m.settled_on END AS paid_on,
  coalesce(e.town, k.town) AS town, coalesce(claim_group(e.group_code, d.facts), '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation, coalesce(c.level, f.level, 0)::text AS level,
  coalesce(c.organisation_id, k.organisation_id)::text AS institution, k.benefit, k.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), claim_group(e.group_code, d.facts), k.benefit, coalesce(e.town, k.town)), '') AS department,
  coalesce(s.code, '') AS source, coalesce(k.approved_fen, 0) AS approved_fen, coalesce(k.paid_fen, 0) AS paid_fen
FROM claim k
LEFT JOIN person p ON p.id = k.person_id
LEFT JOIN enrolment e ON e.id = k.enrolment_id
LEFT JOIN claim_decision d ON d.id = k.decision_id
LEFT JOIN training_class c ON c.id = k.class_id
LEFT JOIN certificate f ON f.id = k.certificate_id
LEFT JOIN training_project j ON j.id = c.project_id
LEFT JOIN fund_source s ON s.id = k.source_id
LEFT JOIN LATERAL (
  SELECT (max(r.at) AT TIME ZONE 'Asia/Shanghai')::date AS on_date FROM claim_review r WHERE r.claim_id = k.id AND r.round = 2 AND r.verdict = 'pass') r ON true
LEFT JOIN LATERAL (SELECT max(m.settled_on) AS settled_on FROM payment m WHERE m.claim_id = k.id AND m.state = 'paid') m ON true;

CREATE OR REPLACE VIEW money_fact_now AS
SELECT t.id AS entry_id, coalesce(p.number, 0)::int AS person_number, t.posted_on AS paid_on,
  coalesce(e.town, k.town, s.region) AS town, coalesce(claim_group(e.group_code, d.facts), '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation,
  coalesce(c.level, f.level, 0)::text AS level, coalesce(c.organisation_id, k.organisation_id)::text AS institution,
  coalesce(k.benefit, '') AS benefit, coalesce(k.policy_id, '') AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), claim_group(e.group_code, d.facts), k.benefit, coalesce(e.town, k.town)), '') AS department,
  s.code AS source, l.amount_fen AS paid_fen
FROM ledger_entry t
JOIN LATERAL (
  SELECT sum(l.amount_fen)::bigint AS amount_fen FROM ledger_posting l JOIN ledger_account a ON a.id = l.account_id
  WHERE l.entry_id = t.id AND a.code = 'spent') l ON l.amount_fen IS NOT NULL
JOIN fund_source s ON s.id = t.source_id
LEFT JOIN claim k ON k.id = t.claim_id
LEFT JOIN person p ON p.id = k.person_id
LEFT JOIN enrolment e ON e.id = k.enrolment_id
LEFT JOIN claim_decision d ON d.id = k.decision_id
LEFT JOIN training_class c ON c.id = k.class_id
LEFT JOIN certificate f ON f.id = k.certificate_id
LEFT JOIN training_project j ON j.id = c.project_id
WHERE t.book = 'quota';

UPDATE fact_progress SET built = false;
