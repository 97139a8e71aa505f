-- Work-load of a school by year: what it trained, counted like teaching, from facts; stored when the school confirms it.
INSERT INTO state_transition VALUES
  ('workload', '', 'draft'), ('workload', 'draft', 'confirmed'), ('workload', 'confirmed', 'returned'), ('workload', 'confirmed', 'accepted'),
  ('workload', 'returned', 'confirmed'), ('workload', 'accepted', 'locked'), ('workload', 'accepted', 'returned');

CREATE TABLE workload (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  region text NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 2019 AND 2199),
  state text NOT NULL DEFAULT 'draft',
  version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  other_income_fen bigint NOT NULL DEFAULT 0 CHECK (other_income_fen >= 0),
  material_fen bigint NOT NULL DEFAULT 0 CHECK (material_fen >= 0),
  trainers_fen bigint NOT NULL DEFAULT 0 CHECK (trainers_fen >= 0),
  -- Parameters and totals as confirmed.
  parameters jsonb,
  totals jsonb,
  confirmed_by uuid,
  accepted_by uuid,
  CONSTRAINT workload_once UNIQUE (organisation_id, year),
  CONSTRAINT workload_accepted_by_another CHECK (accepted_by IS NULL OR accepted_by <> confirmed_by),
  CHECK (state IN ('draft', 'returned') OR (totals IS NOT NULL AND confirmed_by IS NOT NULL)),
  CHECK (state NOT IN ('accepted', 'locked') OR accepted_by IS NOT NULL)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON workload FOR EACH ROW EXECUTE FUNCTION enforce_transition('workload');
CREATE TRIGGER stays BEFORE DELETE ON workload FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE INDEX workload_year ON workload (year, state);

-- Lines as confirmed, by version. A class of an earlier locked year has a line of its own for what changed since.
CREATE TABLE workload_line (
  workload_id uuid NOT NULL REFERENCES workload,
  version int NOT NULL,
  class_id uuid NOT NULL REFERENCES training_class,
  correction boolean NOT NULL,
  percent int NOT NULL CHECK (percent BETWEEN 1 AND 100),
  heads int NOT NULL,
  class_hours int NOT NULL,
  learner_hours bigint NOT NULL,
  trainer_hours bigint NOT NULL,
  income_fen bigint NOT NULL,
  PRIMARY KEY (workload_id, version, class_id)
);
CREATE INDEX workload_line_class ON workload_line (class_id);
SELECT make_append_only('workload_line');

-- A locked year never changes.
CREATE FUNCTION guard_workload() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'locked' OR (OLD.state IN ('confirmed', 'accepted') AND (NEW.other_income_fen, NEW.material_fen, NEW.trainers_fen, NEW.totals)
     IS DISTINCT FROM (OLD.other_income_fen, OLD.material_fen, OLD.trainers_fen, OLD.totals)) THEN
    RAISE EXCEPTION 'work-load is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'workload_open';
  END IF;
  NEW.version := OLD.version + (CASE WHEN NEW.state = 'returned' AND OLD.state <> 'returned' THEN 1 ELSE 0 END);
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON workload FOR EACH ROW EXECUTE FUNCTION guard_workload();

-- A class that two schools hold together: the partner's part, proposed by the leading school and agreed to by the partner.
CREATE TABLE class_share (
  class_id uuid PRIMARY KEY REFERENCES training_class,
  partner_id uuid NOT NULL REFERENCES organisation,
  percent int NOT NULL CHECK (percent BETWEEN 1 AND 99),
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  agreed_by uuid,
  agreed_at timestamptz,
  CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
  CONSTRAINT class_share_agreed_by_another CHECK (agreed_by IS NULL OR agreed_by <> proposed_by)
);
CREATE INDEX class_share_partner ON class_share (partner_id);
