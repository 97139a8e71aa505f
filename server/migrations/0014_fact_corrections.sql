-- A person says that something kept about them is wrong or missing, with evidence; an office answers. What an accepted wish changes is a
-- new fact that names the one it replaces: nothing is erased, the wish least of all.
INSERT INTO state_transition VALUES
  ('fact-correction', '', 'asked'),
  ('fact-correction', 'asked', 'accepted'), ('fact-correction', 'asked', 'declined'), ('fact-correction', 'asked', 'withdrawn');

CREATE TABLE fact_correction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  about text NOT NULL CHECK (about IN ('name', 'group', 'employment', 'insurance', 'pension', 'unemployment-benefit', 'degree', 'training-need', 'in-place-of')),
  fact_id uuid REFERENCES person_fact,
  group_id uuid REFERENCES person_group,
  wish text NOT NULL,
  evidence_file_id uuid REFERENCES stored_file,
  state text NOT NULL DEFAULT 'asked',
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid,
  decided_at timestamptz,
  answer text,
  new_fact_id uuid REFERENCES person_fact,
  CHECK (fact_id IS NULL OR about NOT IN ('name', 'group')),
  CHECK ((about = 'group') = (group_id IS NOT NULL)),
  CONSTRAINT correction_decided_by_another CHECK (decided_by IS NULL OR decided_by <> asked_by)
);
-- One open wish about one thing: an impatient second click adds nothing to decide.
CREATE UNIQUE INDEX fact_correction_open ON fact_correction (person_id, about, coalesce(fact_id, group_id, person_id)) WHERE state = 'asked';
CREATE INDEX fact_correction_person ON fact_correction (person_id, asked_at);
CREATE INDEX fact_correction_waiting ON fact_correction (asked_at, id) WHERE state = 'asked';
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON fact_correction FOR EACH ROW EXECUTE FUNCTION enforce_transition('fact-correction');
