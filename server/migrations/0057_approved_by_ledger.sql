-- Approved money as statistics count it: from the ledger, like paid money. A claim that is cancelled or whose money is recovered counts below
-- zero in its own month, and a month once published stays as it was. It equals what is set aside and spent, on every page.
DROP VIEW money_fact_now;
DROP VIEW claim_fact_now;
ALTER TABLE money_fact RENAME COLUMN paid_on TO posted_on;
ALTER TABLE money_fact ADD COLUMN approved_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE money_fact ALTER COLUMN approved_fen DROP DEFAULT;
ALTER TABLE claim_fact DROP COLUMN approved_on, DROP COLUMN approved_fen, DROP COLUMN paid_fen;

CREATE VIEW claim_fact_now AS
SELECT k.id AS claim_id, coalesce(p.number, 0)::int AS person_number,
  CASE WHEN k.state NOT IN ('prepared', 'declined', 'lapsed', 'withdrawn') THEN k.applied_on END AS applied_on,
  CASE WHEN k.state IN ('paid', 'recovering') THEN m.settled_on END AS paid_on,
  coalesce(e.town, k.town) AS town, coalesce(claim_group(e.group_code, d.facts), '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation, coalesce(c.level, f.level, 0)::text AS level,
  coalesce(c.organisation_id, k.organisation_id)::text AS institution, k.benefit, k.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), claim_group(e.group_code, d.facts), k.benefit, coalesce(e.town, k.town)), '') AS department,
  coalesce(s.code, '') AS source
FROM claim k
LEFT JOIN person p ON p.id = k.person_id
LEFT JOIN enrolment e ON e.id = k.enrolment_id
LEFT JOIN claim_decision d ON d.id = k.decision_id
LEFT JOIN training_class c ON c.id = k.class_id
LEFT JOIN certificate f ON f.id = k.certificate_id
LEFT JOIN training_project j ON j.id = c.project_id
LEFT JOIN fund_source s ON s.id = k.source_id
LEFT JOIN LATERAL (SELECT max(m.settled_on) AS settled_on FROM payment m WHERE m.claim_id = k.id AND m.state = 'paid') m ON true;

CREATE VIEW money_fact_now AS
SELECT t.id AS entry_id, coalesce(p.number, 0)::int AS person_number, t.posted_on,
  coalesce(e.town, k.town, s.region) AS town, coalesce(claim_group(e.group_code, d.facts), '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation,
  coalesce(c.level, f.level, 0)::text AS level, coalesce(c.organisation_id, k.organisation_id)::text AS institution,
  coalesce(k.benefit, '') AS benefit, coalesce(k.policy_id, '') AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), claim_group(e.group_code, d.facts), k.benefit, coalesce(e.town, k.town)), '') AS department,
  s.code AS source, l.approved_fen, l.paid_fen
FROM ledger_entry t
JOIN LATERAL (
  SELECT sum(l.amount_fen)::bigint AS approved_fen, coalesce(sum(l.amount_fen) FILTER (WHERE a.code = 'spent'), 0)::bigint AS paid_fen
  FROM ledger_posting l JOIN ledger_account a ON a.id = l.account_id
  WHERE l.entry_id = t.id AND a.code IN ('reserved', 'spent')) l ON l.approved_fen IS NOT NULL
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
