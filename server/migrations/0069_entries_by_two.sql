-- One fact or group that decides money counts once a second officer of the office has confirmed it, as a list of them does.

-- Whether entries of a register ask for two officers; without a row they do, except a person's own wish to train.
CREATE TABLE register_second (
  subject text PRIMARY KEY CHECK (subject ~ '^(group|fact):[a-z-]+$'),
  two_officers boolean NOT NULL,
  basis text NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO state_transition VALUES
  ('person-entry', '', 'submitted'), ('person-entry', 'submitted', 'confirmed'), ('person-entry', 'submitted', 'refused'),
  ('person-entry', 'submitted', 'withdrawn');

CREATE TABLE person_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  subject text NOT NULL,
  content jsonb NOT NULL,
  state text NOT NULL DEFAULT 'submitted',
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  CONSTRAINT entry_decided_by_another CHECK (state = 'withdrawn' OR decided_by IS DISTINCT FROM entered_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON person_entry FOR EACH ROW EXECUTE FUNCTION enforce_transition('person-entry');
CREATE UNIQUE INDEX person_entry_waiting ON person_entry (person_id, subject, md5(content::text)) WHERE state = 'submitted';
CREATE INDEX person_entry_open ON person_entry (entered_at) WHERE state = 'submitted';
