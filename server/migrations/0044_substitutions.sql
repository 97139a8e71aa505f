-- A relative who trains in another's place (十三): the principal is a person on record, so that whoever they are and which group they
-- belong to is never typed, and no principal is used twice at a time.
INSERT INTO state_transition VALUES
  ('substitution', '', 'declared'),
  ('substitution', 'declared', 'confirmed'), ('substitution', 'declared', 'rejected'), ('substitution', 'declared', 'withdrawn'),
  ('substitution', 'confirmed', 'ended');

CREATE TABLE substitution (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  principal_id uuid NOT NULL REFERENCES person,
  relation text NOT NULL CHECK (relation IN ('spouse', 'parent', 'child')),
  proof text NOT NULL CHECK (proof IN ('household-register', 'marriage-certificate', 'birth-certificate', 'community')),
  evidence_file_id uuid NOT NULL REFERENCES stored_file,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  state text NOT NULL DEFAULT 'declared',
  declared_by uuid NOT NULL,
  decided_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT substitution_of_another CHECK (person_id <> principal_id),
  CHECK (valid_to >= valid_from),
  CONSTRAINT substitution_decided_by_another CHECK (decided_by IS NULL OR decided_by <> declared_by),
  CONSTRAINT substitution_one_at_a_time EXCLUDE USING gist (principal_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
    WHERE (state IN ('declared', 'confirmed', 'ended'))
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON substitution FOR EACH ROW EXECUTE FUNCTION enforce_transition('substitution');
CREATE INDEX substitution_person ON substitution (person_id, created_at);
CREATE INDEX substitution_waiting ON substitution (created_at, id) WHERE state = 'declared';

-- The ground on which a learner is in a class: their own, or another's place.
ALTER TABLE enrolment ADD COLUMN substitution_id uuid REFERENCES substitution;
CREATE INDEX enrolment_substitution ON enrolment (substitution_id) WHERE substitution_id IS NOT NULL;

-- What is granted to the one takes the right of the other too, under the same rule and key.
ALTER TABLE benefit_slot DROP CONSTRAINT benefit_slot_pkey, ADD PRIMARY KEY (claim_id, person_id, rule, key, ordinal);
