-- Claims: from what the facts entitle someone to, through two reviews and publicity, to what may be paid.

-- Dated local parameters (amounts the document leaves open) and who put them in force.
CREATE TABLE policy_parameter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  policy_id text NOT NULL,
  name text NOT NULL,
  value jsonb NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  source text NOT NULL,
  sample boolean NOT NULL DEFAULT false,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'in-force' CHECK (state IN ('proposed', 'in-force', 'withdrawn')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  CONSTRAINT confirmer_is_not_setter CHECK (confirmed_by <> set_by),
  CONSTRAINT parameter_one_value_a_day EXCLUDE USING gist (policy_id WITH =, name WITH =, daterange(effective_from, effective_to, '[)') WITH &&)
    WHERE (state = 'in-force')
);

INSERT INTO state_transition VALUES
  ('claim', '', 'prepared'), ('claim', '', 'submitted'), ('claim', 'prepared', 'submitted'), ('claim', 'prepared', 'declined'), ('claim', 'prepared', 'lapsed'),
  ('claim', 'submitted', 'first-passed'), ('claim', 'submitted', 'returned'), ('claim', 'submitted', 'refused'), ('claim', 'submitted', 'withdrawn'),
  ('claim', 'returned', 'submitted'), ('claim', 'returned', 'withdrawn'),
  ('claim', 'first-passed', 'approved'), ('claim', 'first-passed', 'returned'), ('claim', 'first-passed', 'refused'), ('claim', 'first-passed', 'submitted'),
  ('claim', 'approved', 'publicised'), ('claim', 'approved', 'cancelled'),
  ('claim', 'publicised', 'objected'), ('claim', 'publicised', 'payable'), ('claim', 'publicised', 'cancelled'),
  ('claim', 'objected', 'publicised'), ('claim', 'objected', 'cancelled'),
  ('claim', 'payable', 'batched'), ('claim', 'payable', 'cancelled'),
  ('claim', 'batched', 'paid'), ('claim', 'batched', 'payable'), ('claim', 'paid', 'payable'),
  ('claim', 'paid', 'recovering'), ('claim', 'recovering', 'recovered'), ('claim', 'recovering', 'paid'),
  ('claim', 'refused', 'appealed'), ('claim', 'appealed', 'submitted'), ('claim', 'appealed', 'refused');

CREATE SEQUENCE claim_number;
CREATE TABLE claim (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  policy_id text NOT NULL,
  benefit text NOT NULL,
  stage text CHECK (stage IN ('advance', 'settlement')),
  applied_on date NOT NULL,
  person_id uuid REFERENCES person,
  organisation_id uuid REFERENCES organisation,
  class_id uuid REFERENCES training_class,
  enrolment_id uuid REFERENCES enrolment,
  certificate_id uuid REFERENCES certificate,
  subsidy_list_id uuid,
  payee_kind text NOT NULL CHECK (payee_kind IN ('person', 'organisation')),
  source_id uuid,
  region text NOT NULL,
  town text NOT NULL,
  asked_fen bigint CHECK (asked_fen >= 0),
  approved_fen bigint CHECK (approved_fen >= 0),
  paid_fen bigint CHECK (paid_fen >= 0),
  state text NOT NULL DEFAULT 'prepared',
  decision_id uuid,
  submitted_by uuid,
  submitted_at timestamptz,
  due_on date,
  publicised_from date,
  publicised_to date,
  stated jsonb NOT NULL DEFAULT '{}',
  evidence_file_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, submitted_by),
  CHECK (person_id IS NOT NULL OR organisation_id IS NOT NULL),
  CHECK (state IN ('prepared', 'declined', 'lapsed') OR submitted_by IS NOT NULL)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON claim FOR EACH ROW EXECUTE FUNCTION enforce_transition('claim');
CREATE UNIQUE INDEX claim_certificate_once ON claim (certificate_id, benefit) WHERE certificate_id IS NOT NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
CREATE UNIQUE INDEX claim_enrolment_once ON claim (enrolment_id, benefit) WHERE enrolment_id IS NOT NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
CREATE UNIQUE INDEX claim_class_once ON claim (class_id, benefit, coalesce(stage, '')) WHERE person_id IS NULL AND class_id IS NOT NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
COMMENT ON COLUMN claim.stated IS 'the part of the case that only the claimant knows (months, contract, cost); part of every decision made of it';
CREATE INDEX claim_person ON claim (person_id);
CREATE INDEX claim_class ON claim (class_id);
CREATE INDEX claim_queue ON claim (region, state, due_on);

-- Every version submitted keeps its facts and its own verdict; the trace is derived again from these.
CREATE TABLE claim_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_id uuid NOT NULL REFERENCES claim,
  version int NOT NULL,
  facts jsonb NOT NULL,
  policy_id text NOT NULL,
  policy_digest text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('granted', 'refused', 'incomplete')),
  amount_fen bigint NOT NULL DEFAULT 0 CHECK (amount_fen >= 0),
  recover_fen bigint NOT NULL DEFAULT 0 CHECK (recover_fen >= 0),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (claim_id, version)
);
SELECT make_append_only('claim_decision');

-- Two different officers, neither the submitter: the foreign key and the checks make it so.
CREATE TABLE claim_review (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  claim_id uuid NOT NULL,
  version int NOT NULL,
  round int NOT NULL CHECK (round IN (1, 2)),
  verdict text NOT NULL CHECK (verdict IN ('pass', 'return', 'refuse')),
  officer_id uuid NOT NULL REFERENCES account,
  submitted_by uuid NOT NULL,
  decision_id uuid NOT NULL REFERENCES claim_decision,
  amount_fen bigint CHECK (amount_fen >= 0),
  sampled boolean NOT NULL DEFAULT false,
  reason text NOT NULL DEFAULT '',
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (claim_id, submitted_by) REFERENCES claim (id, submitted_by),
  CONSTRAINT reviewer_is_not_submitter CHECK (officer_id <> submitted_by),
  CONSTRAINT second_is_not_first UNIQUE (claim_id, version, officer_id),
  UNIQUE (claim_id, version, round),
  CHECK (verdict = 'pass' OR length(reason) >= 2)
);
CREATE INDEX claim_review_officer ON claim_review (officer_id);
SELECT make_append_only('claim_review');

-- History limits as rows: a slot is taken when a claim is approved and given back by a release row's removal of the claim.
CREATE TABLE benefit_slot (
  claim_id uuid NOT NULL REFERENCES claim,
  person_id uuid NOT NULL REFERENCES person,
  rule text NOT NULL,
  key text NOT NULL,
  ordinal int NOT NULL CHECK (ordinal >= 1),
  side text NOT NULL DEFAULT '',
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (claim_id, rule, key, ordinal),
  CONSTRAINT slot_taken_once UNIQUE (person_id, rule, key, ordinal),
  CONSTRAINT never_together EXCLUDE USING gist (person_id WITH =, rule WITH =, key WITH =, side WITH <>) WHERE (side <> '')
);
COMMENT ON COLUMN benefit_slot.side IS 'two benefits that exclude each other (岗前 and 以工代训 of one employer) hold slots of one rule and key on different sides';
COMMENT ON TABLE benefit_slot IS 'rule e.g. three-a-year with key 2020 and ordinal 1..3, or not-repeated with key occupation/level and ordinal 1';

CREATE TABLE objection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_id uuid NOT NULL REFERENCES claim,
  kind text NOT NULL CHECK (kind IN ('public', 'own', 'appeal')),
  text text NOT NULL CHECK (length(text) BETWEEN 5 AND 2000),
  contact_sealed bytea,
  person_id uuid REFERENCES person,
  raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  due_on date NOT NULL,
  answer text,
  upheld boolean,
  answered_by uuid REFERENCES account,
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (upheld IS NULL))
);
CREATE INDEX objection_claim ON objection (claim_id);
CREATE INDEX objection_open ON objection (due_on) WHERE answered_at IS NULL;

-- Nobody judges an objection against what they reviewed themselves.
CREATE FUNCTION answerer_is_not_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM claim_review r WHERE r.claim_id = NEW.claim_id AND r.officer_id = NEW.answered_by) THEN
    RAISE EXCEPTION 'nobody answers objections to what they reviewed' USING ERRCODE = 'JN006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answerer_is_not_reviewer BEFORE UPDATE OF answered_by ON objection FOR EACH ROW WHEN (NEW.answered_by IS NOT NULL) EXECUTE FUNCTION answerer_is_not_reviewer();

-- A decision in force is taken back by two people (容错纠错); nothing is erased.
CREATE TABLE claim_cancellation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_id uuid NOT NULL REFERENCES claim,
  reason text NOT NULL CHECK (length(reason) >= 2),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  agreed boolean,
  CHECK ((decided_by IS NULL) = (agreed IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT canceller_is_not_asker CHECK (decided_by <> asked_by)
);
CREATE UNIQUE INDEX claim_cancellation_open ON claim_cancellation (claim_id) WHERE decided_by IS NULL;

-- Many claims passed at once rest on a random sample that anyone can draw again; each claim of the sample is opened first.
CREATE TABLE review_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round int NOT NULL CHECK (round IN (1, 2)),
  seed text NOT NULL,
  claim_ids uuid[] NOT NULL,
  sample uuid[] NOT NULL,
  officer_id uuid NOT NULL REFERENCES account,
  region text NOT NULL,
  drawn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  passed_at timestamptz,
  CONSTRAINT sample_is_a_tenth CHECK (cardinality(sample) * 10 >= cardinality(claim_ids))
);
CREATE TABLE review_opening (
  batch_id uuid NOT NULL REFERENCES review_batch,
  claim_id uuid NOT NULL REFERENCES claim,
  note text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (batch_id, claim_id)
);
SELECT make_append_only('review_opening');

INSERT INTO state_transition VALUES
  ('subsidy-list', '', 'generated'), ('subsidy-list', 'generated', 'superseded'), ('subsidy-list', 'generated', 'submitted');

-- The class's subsidy list: generate, adjust, regenerate, submit. Each generation is kept.
CREATE TABLE subsidy_list (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class,
  version int NOT NULL,
  state text NOT NULL DEFAULT 'generated',
  generated_by uuid,
  generated_at timestamptz NOT NULL DEFAULT now(),
  submitted_by uuid,
  submitted_at timestamptz,
  total_fen bigint NOT NULL DEFAULT 0,
  UNIQUE (class_id, version)
);
CREATE UNIQUE INDEX subsidy_list_open ON subsidy_list (class_id) WHERE state = 'generated';
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON subsidy_list FOR EACH ROW EXECUTE FUNCTION enforce_transition('subsidy-list');
ALTER TABLE claim ADD FOREIGN KEY (subsidy_list_id) REFERENCES subsidy_list;

CREATE TABLE subsidy_list_row (
  list_id uuid NOT NULL REFERENCES subsidy_list,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  person_id uuid NOT NULL REFERENCES person,
  included boolean NOT NULL,
  adjusted_because text,
  facts jsonb NOT NULL,
  outcome text NOT NULL,
  amount_fen bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (list_id, enrolment_id),
  CHECK (included OR adjusted_because IS NOT NULL OR outcome <> 'granted')
);
