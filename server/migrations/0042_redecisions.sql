-- Law corrected with an earlier day: every stored case from that day decided again into a list, which two officers sign before anything follows from it.
CREATE TABLE redecision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  policy_id text NOT NULL,
  -- The cause: a version that decides from that day, or a local parameter's value.
  policy_digest text,
  parameter_id bigint REFERENCES policy_parameter,
  title text NOT NULL,
  from_day date NOT NULL,
  because text NOT NULL CHECK (length(because) >= 5),
  state text NOT NULL,
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL,
  -- Cases are decided in the order of their claims' ids; a run that was interrupted goes on behind the last one.
  reached uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  total int NOT NULL,
  decided int NOT NULL DEFAULT 0,
  listed_at timestamptz,
  first_by uuid REFERENCES account,
  first_at timestamptz,
  second_by uuid REFERENCES account,
  second_at timestamptz,
  CHECK ((policy_digest IS NULL) <> (parameter_id IS NULL)),
  CHECK ((first_by IS NULL) = (first_at IS NULL) AND (second_by IS NULL) = (second_at IS NULL)),
  CONSTRAINT redecision_signed_by_two CHECK (second_by IS NULL OR second_by <> first_by),
  CONSTRAINT redecision_signed_before_carried_out CHECK (state NOT IN ('carrying-out', 'done') OR second_by IS NOT NULL)
);
CREATE UNIQUE INDEX redecision_open ON redecision (policy_id, coalesce(policy_digest, ''), coalesce(parameter_id, 0))
  WHERE state IN ('deciding', 'listed', 'signed', 'carrying-out');
INSERT INTO state_transition VALUES
  ('redecision', '', 'deciding'), ('redecision', 'deciding', 'listed'), ('redecision', 'deciding', 'withdrawn'),
  ('redecision', 'listed', 'signed'), ('redecision', 'listed', 'withdrawn'), ('redecision', 'signed', 'carrying-out'),
  ('redecision', 'signed', 'withdrawn'), ('redecision', 'carrying-out', 'done');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON redecision FOR EACH ROW EXECUTE FUNCTION enforce_transition('redecision');

CREATE TABLE redecision_row (
  redecision_id uuid NOT NULL REFERENCES redecision,
  claim_id uuid NOT NULL REFERENCES claim,
  -- The decision that stood when the case was decided again.
  decision_id uuid NOT NULL REFERENCES claim_decision,
  number text NOT NULL,
  benefit text NOT NULL,
  town text NOT NULL,
  applied_on date NOT NULL,
  policy_digest text NOT NULL,
  -- The case as it was decided again; only where the decision differs.
  facts jsonb,
  old_outcome text NOT NULL,
  -- The amount that stood before: of the claim's decision, or of the last redecision that was carried out for it.
  old_fen bigint NOT NULL CHECK (old_fen >= 0),
  outcome text NOT NULL CHECK (outcome IN ('granted', 'refused', 'incomplete')),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  difference_fen bigint NOT NULL,
  because text NOT NULL,
  step text NOT NULL CHECK (step IN ('none', 'redecide', 'claim', 'supplement', 'recover', 'replace', 'cancel', 'by-hand')),
  state text NOT NULL CHECK (state IN ('listed', 'done', 'waiting', 'stale')),
  note text NOT NULL DEFAULT '',
  PRIMARY KEY (redecision_id, claim_id)
);
CREATE INDEX redecision_row_number ON redecision_row (redecision_id, number);
CREATE INDEX redecision_row_open ON redecision_row (redecision_id, claim_id) WHERE state IN ('listed', 'waiting') AND step <> 'none';
CREATE INDEX redecision_row_claim ON redecision_row (claim_id) WHERE state = 'done' AND step IN ('supplement', 'recover');
COMMENT ON COLUMN redecision_row.state IS 'stale: the claim changed after it was listed, so that nothing followed; waiting: its money is under way, tried again every day';

-- A claim that follows from a redecision keeps the day of the claim it follows from; a supplement pays the difference to what that one has.
ALTER TABLE claim ADD COLUMN redecision_id uuid REFERENCES redecision, ADD COLUMN supplements uuid REFERENCES claim,
  ADD COLUMN already_fen bigint NOT NULL DEFAULT 0 CHECK (already_fen >= 0),
  ADD COLUMN redecided_from uuid REFERENCES claim,
  ADD CHECK (supplements IS NULL OR (redecision_id IS NOT NULL AND supplements = redecided_from)),
  ADD CHECK (already_fen = 0 OR supplements IS NOT NULL);
CREATE UNIQUE INDEX claim_redecided_once ON claim (redecision_id, redecided_from) WHERE redecision_id IS NOT NULL;
CREATE INDEX claim_supplements ON claim (supplements) WHERE supplements IS NOT NULL;
DROP INDEX claim_certificate_once, claim_enrolment_once, claim_class_once;
CREATE UNIQUE INDEX claim_certificate_once ON claim (certificate_id, benefit, coalesce(follows_id, '00000000-0000-0000-0000-000000000000')) WHERE certificate_id IS NOT NULL AND supplements IS NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
CREATE UNIQUE INDEX claim_enrolment_once ON claim (enrolment_id, benefit, coalesce(follows_id, '00000000-0000-0000-0000-000000000000')) WHERE enrolment_id IS NOT NULL AND supplements IS NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
CREATE UNIQUE INDEX claim_class_once ON claim (class_id, benefit, coalesce(stage, '')) WHERE person_id IS NULL AND class_id IS NOT NULL AND supplements IS NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
