-- Paid money as statistics count it: a row for each entry of the ledger that spends, with its own day and sign. A recovery or a late return
-- counts in its own month, and a month once published stays as it was: the entries are append-only.
CREATE TABLE money_fact (
  entry_id uuid PRIMARY KEY,
  id int GENERATED ALWAYS AS IDENTITY UNIQUE,
  version bigint NOT NULL,
  person_number int NOT NULL,
  paid_on date,
  town int NOT NULL,
  grp int NOT NULL,
  occupation int NOT NULL,
  level int NOT NULL,
  institution int NOT NULL,
  benefit int NOT NULL,
  policy int NOT NULL,
  project int NOT NULL,
  department int NOT NULL,
  source int NOT NULL,
  paid_fen bigint NOT NULL
);
CREATE INDEX money_fact_version ON money_fact (version);
ALTER TABLE fact_progress ADD COLUMN entry_seq bigint NOT NULL DEFAULT 0;

CREATE VIEW money_fact_now AS
SELECT t.id AS entry_id, coalesce(p.number, 0)::int AS person_number, t.posted_on AS paid_on,
  coalesce(k.town, s.region) AS town, coalesce(e.group_code, '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation,
  coalesce(c.level, f.level, 0)::text AS level, coalesce(c.organisation_id, k.organisation_id)::text AS institution,
  coalesce(k.benefit, '') AS benefit, coalesce(k.policy_id, '') AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), e.group_code, k.benefit, k.town), '') AS department,
  s.code AS source, l.amount_fen AS paid_fen
FROM ledger_entry t
JOIN LATERAL (
  SELECT sum(l.amount_fen)::bigint AS amount_fen FROM ledger_posting l JOIN ledger_account a ON a.id = l.account_id
  WHERE l.entry_id = t.id AND a.code = 'spent') l ON l.amount_fen IS NOT NULL
JOIN fund_source s ON s.id = t.source_id
LEFT JOIN claim k ON k.id = t.claim_id
LEFT JOIN person p ON p.id = k.person_id
LEFT JOIN enrolment e ON e.id = k.enrolment_id
LEFT JOIN training_class c ON c.id = k.class_id
LEFT JOIN certificate f ON f.id = k.certificate_id
LEFT JOIN training_project j ON j.id = c.project_id
WHERE t.book = 'quota';
UPDATE fact_progress SET built = false;
