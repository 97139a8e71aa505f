-- Targets (一.目标) and what statistics are read from.

CREATE TABLE target (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  policy_id text NOT NULL,
  measure text NOT NULL CHECK (measure IN ('person-times', 'skilled-share', 'high-skilled-share', 'apprentices', 'fund-fen')),
  year int,
  region text NOT NULL,
  department_id uuid REFERENCES organisation,
  value numeric NOT NULL CHECK (value > 0),
  clause text NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (policy_id, measure, year, region, department_id)
);

-- Employment base figures that no claim can yield: reported by the statistics office, dated and sourced.
CREATE TABLE base_figure (
  measure text NOT NULL CHECK (measure IN ('employed', 'skilled', 'high-skilled')),
  region text NOT NULL,
  on_date date NOT NULL,
  value bigint NOT NULL CHECK (value >= 0),
  source text NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (measure, region, on_date)
);

-- Which office leads what (十六, annex): by it every figure can be cut by department. The most particular scope decides.
CREATE TABLE department_scope (
  kind text NOT NULL CHECK (kind IN ('project', 'institution', 'group', 'benefit')),
  code text NOT NULL,
  department_id uuid NOT NULL REFERENCES organisation,
  clause text NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, code)
);

CREATE FUNCTION leading_department(project text, institution text, grp text, benefit text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT department_id::text FROM department_scope s
  WHERE (s.kind, s.code) IN (('project', project), ('institution', institution), ('group', grp), ('benefit', benefit))
  ORDER BY array_position(ARRAY['project', 'institution', 'group', 'benefit'], s.kind) LIMIT 1
$$;

-- Figures are read from narrow rows with a small number for each code. Derived: the two views say from what, `admin verify` compares,
-- and the rows can be thrown away and made again. No foreign keys, because nothing depends on them.
CREATE TABLE fact_code (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (id < 65536),
  dimension text NOT NULL,
  code text NOT NULL,
  label text,
  UNIQUE (dimension, code)
);

-- One row: how far the logs of facts have been followed. Whoever follows them holds it, so versions are committed in order.
CREATE TABLE fact_progress (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  version bigint NOT NULL DEFAULT 0,
  built boolean NOT NULL DEFAULT false,
  history_id bigint NOT NULL DEFAULT 0,
  mark_id bigint NOT NULL DEFAULT 0,
  watch_id bigint NOT NULL DEFAULT 0,
  followed_to timestamptz NOT NULL DEFAULT 'epoch'
);
INSERT INTO fact_progress DEFAULT VALUES;

CREATE TABLE training_fact (
  enrolment_id uuid PRIMARY KEY,
  id int GENERATED ALWAYS AS IDENTITY UNIQUE,
  version bigint NOT NULL,
  person_number int NOT NULL,
  started_on date,
  completed_on date,
  certified_on date,
  town int NOT NULL,
  grp int NOT NULL,
  occupation int NOT NULL,
  level int NOT NULL,
  institution int NOT NULL,
  benefit int NOT NULL,
  policy int NOT NULL,
  project int NOT NULL,
  department int NOT NULL,
  hours_hundredths int NOT NULL,
  certificates int NOT NULL
);
CREATE INDEX training_fact_version ON training_fact (version);

CREATE TABLE claim_fact (
  claim_id uuid PRIMARY KEY,
  id int GENERATED ALWAYS AS IDENTITY UNIQUE,
  version bigint NOT NULL,
  person_number int NOT NULL,
  applied_on date,
  approved_on date,
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
  approved_fen bigint NOT NULL,
  paid_fen bigint NOT NULL
);
CREATE INDEX claim_fact_version ON claim_fact (version);

-- Enrolments as statistics count them. An enrolment counts from its class's first day, once the class was approved; hours are those of
-- completion: attended + watched up to the share that may be watched.
CREATE VIEW training_fact_now AS
SELECT e.id AS enrolment_id, p.number::int AS person_number,
  CASE WHEN e.state IN ('enrolled', 'completed', 'failed') AND c.state IN ('approved', 'running', 'suspended', 'completed', 'closed') THEN c.starts_on END AS started_on,
  CASE WHEN e.state = 'completed' THEN coalesce(e.completed_on, c.ends_on) END AS completed_on,
  f.certified_on, e.town, coalesce(e.group_code, '') AS grp, c.occupation, c.level::text AS level, c.organisation_id::text AS institution, c.benefit,
  c.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, c.organisation_id::text, e.group_code, c.benefit), '') AS department,
  floor(coalesce(a.hours, 0) * 100 + least(coalesce(w.hours, 0), c.online_ratio * c.required_hours * 100))::int AS hours_hundredths,
  coalesce(f.certificates, 0) AS certificates
FROM enrolment e
JOIN person p ON p.id = e.person_id
JOIN training_class c ON c.id = e.class_id
LEFT JOIN training_project j ON j.id = c.project_id
LEFT JOIN LATERAL (SELECT sum(a.hours) AS hours FROM attendance a JOIN class_session s ON s.id = a.session_id WHERE a.enrolment_id = e.id AND NOT s.cancelled) a ON true
LEFT JOIN LATERAL (SELECT floor(round(sum(w.credited_ms) / 1000.0) * 100 / 2700) AS hours FROM watch_credit w WHERE w.enrolment_id = e.id) w ON true
LEFT JOIN LATERAL (
  SELECT min(f.issued_on) AS certified_on, count(*)::int AS certificates FROM certificate f
  WHERE f.enrolment_id = e.id AND NOT EXISTS (SELECT FROM certificate_revocation v WHERE v.certificate_id = f.id)) f ON true;

-- Claims as statistics count them: applied for when submitted, approved by the second review, paid on the day the bank settled.
CREATE VIEW claim_fact_now AS
SELECT k.id AS claim_id, coalesce(p.number, 0)::int AS person_number,
  CASE WHEN k.state NOT IN ('prepared', 'declined', 'lapsed', 'withdrawn') THEN k.applied_on END AS applied_on,
  CASE WHEN k.state IN ('approved', 'publicised', 'objected', 'payable', 'batched', 'paid', 'recovering') THEN coalesce(r.on_date, k.applied_on) END AS approved_on,
  CASE WHEN k.state IN ('paid', 'recovering') THEN m.settled_on END AS paid_on,
  k.town, coalesce(e.group_code, '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation, coalesce(c.level, f.level, 0)::text AS level,
  coalesce(c.organisation_id, k.organisation_id)::text AS institution, k.benefit, k.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, e.group_code, k.benefit), '') AS department,
  coalesce(s.code, '') AS source, coalesce(k.approved_fen, 0) AS approved_fen, coalesce(k.paid_fen, 0) AS paid_fen
FROM claim k
LEFT JOIN person p ON p.id = k.person_id
LEFT JOIN enrolment e ON e.id = k.enrolment_id
LEFT JOIN training_class c ON c.id = k.class_id
LEFT JOIN certificate f ON f.id = k.certificate_id
LEFT JOIN training_project j ON j.id = c.project_id
LEFT JOIN fund_source s ON s.id = k.source_id
LEFT JOIN LATERAL (
  SELECT (max(r.at) AT TIME ZONE 'Asia/Shanghai')::date AS on_date FROM claim_review r WHERE r.claim_id = k.id AND r.round = 2 AND r.verdict = 'pass') r ON true
LEFT JOIN LATERAL (SELECT max(m.settled_on) AS settled_on FROM payment m WHERE m.claim_id = k.id AND m.state = 'paid') m ON true;

-- What these views, and the first pages, look up.
CREATE INDEX payment_claim ON payment (claim_id);
CREATE INDEX claim_organisation ON claim (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX training_class_enterprise ON training_class (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX certificate_created ON certificate (created_at);
