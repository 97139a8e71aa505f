-- One training that two offices returned, or that an office returned and the platform has itself: found when the return is sent.
CREATE TABLE return_double (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  row_id uuid NOT NULL REFERENCES period_return_row ON DELETE CASCADE,
  -- The row that was there before, or our own enrolment.
  other_row_id uuid REFERENCES period_return_row ON DELETE CASCADE,
  enrolment_id uuid REFERENCES enrolment,
  found_on date NOT NULL,
  CHECK ((other_row_id IS NULL) <> (enrolment_id IS NULL)),
  CHECK (row_id <> other_row_id),
  CONSTRAINT return_double_own_once UNIQUE (row_id, enrolment_id)
);
-- A pair is one double, whichever of the two was sent last.
CREATE UNIQUE INDEX return_double_pair_once ON return_double (least(row_id, other_row_id), greatest(row_id, other_row_id)) WHERE other_row_id IS NOT NULL;
CREATE INDEX return_double_row ON return_double (row_id);
CREATE INDEX return_double_other ON return_double (other_row_id) WHERE other_row_id IS NOT NULL;
CREATE INDEX return_double_enrolment ON return_double (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX return_double_found ON return_double (found_on DESC, id);

-- Rows by name of the newest version that was sent, of returns that count as sent; accepted says whether their figures count.
CREATE VIEW sent_return_row AS
SELECT v.id, v.return_id, v.content, v.id_number_hash, v.id_number_masked, r.form_code, r.form_digest, r.period, r.organisation_id, r.submitted_at,
  r.state IN ('accepted', 'locked', 'reopened') AS accepted
FROM period_return_row v JOIN period_return r ON r.id = v.return_id
WHERE CASE
  WHEN r.state IN ('submitted', 'agreed', 'accepted', 'locked') THEN v.to_version IS NULL
  -- What was accepted counts until its correction is.
  WHEN r.state = 'reopened' THEN v.from_version < r.version AND coalesce(v.to_version, r.version) = r.version
  ELSE false END;
