-- Facts about people come from the office that keeps the register, in lists, and count once a second officer of it has confirmed them.

-- Which office may enter which fact or group. Without a row it is the human-resources bureau; a row without an organisation names it too.
CREATE TABLE register_keeper (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subject text NOT NULL CHECK (subject ~ '^(group|fact):[a-z-]+$'),
  organisation_id uuid REFERENCES organisation,
  basis text NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT register_keeper_once UNIQUE NULLS NOT DISTINCT (subject, organisation_id)
);

INSERT INTO state_transition VALUES
  ('fact-import', '', 'checking'), ('fact-import', '', 'submitted'),
  ('fact-import', 'checking', 'ready'), ('fact-import', 'checking', 'refused'),
  ('fact-import', 'ready', 'submitted'), ('fact-import', 'ready', 'discarded'),
  ('fact-import', 'submitted', 'applying'), ('fact-import', 'submitted', 'discarded'),
  ('fact-import', 'applying', 'applied'), ('fact-import', 'applying', 'ready');

CREATE TABLE fact_import (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  subject text NOT NULL,
  -- Null: the human-resources bureau.
  organisation_id uuid REFERENCES organisation,
  region text NOT NULL,
  -- The list as it was sent, or the import that this one takes back.
  file_id uuid REFERENCES stored_file,
  undoes uuid REFERENCES fact_import,
  source text NOT NULL,
  reason text,
  -- All rows or none, or the good rows: chosen by who hands it in.
  rows_wanted text CHECK (rows_wanted IN ('all', 'good')),
  state text NOT NULL DEFAULT 'checking',
  refused text,
  unread text[] NOT NULL DEFAULT '{}',
  notes text[] NOT NULL DEFAULT '{}',
  total int NOT NULL DEFAULT 0,
  done int NOT NULL DEFAULT 0,
  faulty int NOT NULL DEFAULT 0,
  warned int NOT NULL DEFAULT 0,
  added int NOT NULL DEFAULT 0,
  changed int NOT NULL DEFAULT 0,
  same int NOT NULL DEFAULT 0,
  sent_by uuid NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  CHECK ((file_id IS NULL) <> (undoes IS NULL)),
  CONSTRAINT fact_import_second_officer CHECK (confirmed_by IS DISTINCT FROM sent_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON fact_import FOR EACH ROW EXECUTE FUNCTION enforce_transition('fact-import');
CREATE UNIQUE INDEX fact_import_undone_once ON fact_import (undoes) WHERE state <> 'discarded';
CREATE INDEX fact_import_office ON fact_import (organisation_id, sent_at DESC);

-- Every row of a list: its content, its faults and warnings, and what it changed.
CREATE TABLE fact_import_row (
  import_id uuid NOT NULL REFERENCES fact_import,
  row_number int NOT NULL,
  -- Masked name and number.
  who text NOT NULL,
  value jsonb,
  outcome text NOT NULL CHECK (outcome IN ('add', 'change', 'same', 'fault')),
  findings jsonb NOT NULL DEFAULT '[]',
  warned boolean NOT NULL DEFAULT false,
  person_id uuid REFERENCES person,
  fact_id uuid REFERENCES person_fact,
  group_id uuid REFERENCES person_group,
  -- The last day of a group before the list shortened it.
  was_until text,
  PRIMARY KEY (import_id, row_number)
);
CREATE INDEX fact_import_row_outcome ON fact_import_row (import_id, outcome, row_number);

-- A fact that was taken back without another in its place is replaced by a 'withdrawn' one, which says nothing.
ALTER TABLE person_fact DROP CONSTRAINT person_fact_kind_check;
ALTER TABLE person_fact ADD CONSTRAINT person_fact_kind_check CHECK (kind IN ('employment', 'insurance', 'pension', 'unemployment-benefit',
  'degree', 'training-need', 'in-place-of', 'provincial-subsidy', 'withdrawn') AND (kind <> 'withdrawn' OR replaces IS NOT NULL));
-- A group that an office entered by mistake never held.
INSERT INTO state_transition VALUES ('person-group', 'confirmed', 'revoked'), ('person-group', 'ended', 'revoked');
