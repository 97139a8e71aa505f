-- An office answers for occupations and towns too; a department's own figures are those of its scope.

ALTER TABLE department_scope DROP CONSTRAINT department_scope_kind_check;
ALTER TABLE department_scope ADD CONSTRAINT department_scope_kind_check
  CHECK (kind IN ('project', 'institution', 'occupation', 'group', 'benefit', 'town'));

CREATE FUNCTION leading_department(project text, institution text, occupation text, grp text, benefit text, town text)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT department_id::text FROM department_scope s
  WHERE (s.kind, s.code) IN (('project', project), ('institution', institution), ('occupation', occupation), ('group', grp), ('benefit', benefit), ('town', town))
  ORDER BY array_position(ARRAY['project', 'institution', 'occupation', 'group', 'benefit', 'town'], s.kind) LIMIT 1
$$;

-- Enrolments as statistics count them. An enrolment counts from its class's first day, once the class was approved; hours are those of
-- completion: attended + watched up to the share that may be watched.
CREATE OR REPLACE VIEW training_fact_now AS
SELECT e.id AS enrolment_id, p.number::int AS person_number,
  CASE WHEN e.state IN ('enrolled', 'completed', 'failed') AND c.state IN ('approved', 'running', 'suspended', 'completed', 'closed') THEN c.starts_on END AS started_on,
  CASE WHEN e.state = 'completed' THEN coalesce(e.completed_on, c.ends_on) END AS completed_on,
  f.certified_on, e.town, coalesce(e.group_code, '') AS grp, c.occupation, c.level::text AS level, c.organisation_id::text AS institution, c.benefit,
  c.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, c.organisation_id::text, c.occupation, e.group_code, c.benefit, e.town), '') AS department,
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
CREATE OR REPLACE VIEW claim_fact_now AS
SELECT k.id AS claim_id, coalesce(p.number, 0)::int AS person_number,
  CASE WHEN k.state NOT IN ('prepared', 'declined', 'lapsed', 'withdrawn') THEN k.applied_on END AS applied_on,
  CASE WHEN k.state IN ('approved', 'publicised', 'objected', 'payable', 'batched', 'paid', 'recovering') THEN coalesce(r.on_date, k.applied_on) END AS approved_on,
  CASE WHEN k.state IN ('paid', 'recovering') THEN m.settled_on END AS paid_on,
  k.town, coalesce(e.group_code, '') AS grp, coalesce(c.occupation, f.occupation, '') AS occupation, coalesce(c.level, f.level, 0)::text AS level,
  coalesce(c.organisation_id, k.organisation_id)::text AS institution, k.benefit, k.policy_id AS policy, coalesce(j.code, '') AS project,
  coalesce(leading_department(j.code, coalesce(c.organisation_id, k.organisation_id)::text, coalesce(c.occupation, f.occupation), e.group_code, k.benefit, k.town), '') AS department,
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

DROP FUNCTION leading_department(text, text, text, text);
UPDATE fact_progress SET built = false;
