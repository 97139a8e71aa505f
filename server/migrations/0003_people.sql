-- One person, one record (十 实名制). Identity number and phone only sealed and hashed.

CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  name text NOT NULL,
  citizen_id_sealed bytea NOT NULL,
  citizen_id_hash bytea NOT NULL UNIQUE,
  citizen_id_masked text NOT NULL,
  phone_sealed bytea,
  phone_hash bytea,
  phone_masked text,
  birth_date date NOT NULL,
  sex text NOT NULL CHECK (sex IN ('M', 'F')),
  town text NOT NULL,
  education text,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid
);
CREATE INDEX person_phone ON person (phone_hash);
CREATE INDEX person_name ON person (name text_pattern_ops);
ALTER TABLE account ADD FOREIGN KEY (person_id) REFERENCES person;
ALTER TABLE stored_file ADD FOREIGN KEY (person_id) REFERENCES person;

INSERT INTO state_transition VALUES
  ('person-group', '', 'declared'), ('person-group', '', 'confirmed'),
  ('person-group', 'declared', 'confirmed'), ('person-group', 'declared', 'rejected'), ('person-group', 'declared', 'withdrawn'),
  ('person-group', 'confirmed', 'ended');

-- Target groups (一.重点) with evidence and validity.
CREATE TABLE person_group (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  code text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  evidence_file_id uuid REFERENCES stored_file,
  evidence_note text,
  state text NOT NULL DEFAULT 'declared',
  declared_by uuid,
  decided_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (decided_by IS NULL OR decided_by IS DISTINCT FROM declared_by),
  EXCLUDE USING gist (person_id WITH =, code WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (state IN ('declared', 'confirmed'))
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON person_group FOR EACH ROW EXECUTE FUNCTION enforce_transition('person-group');
CREATE INDEX person_group_person ON person_group (person_id);
CREATE INDEX person_group_waiting ON person_group (created_at, id) WHERE state = 'declared';

-- Facts about a person that other offices know (employment, insurance, pension, benefit periods, degrees): dated, sourced,
-- never edited; a correction names the fact it replaces.
CREATE TABLE person_fact (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL CHECK (kind IN ('employment', 'insurance', 'pension', 'unemployment-benefit', 'degree', 'training-need', 'in-place-of')),
  value jsonb NOT NULL,
  source text NOT NULL,
  replaces uuid UNIQUE REFERENCES person_fact,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (replaces IS NULL OR reason IS NOT NULL)
);
CREATE INDEX person_fact_person ON person_fact (person_id, kind);
SELECT make_append_only('person_fact');

CREATE TABLE consent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  purpose text NOT NULL,
  text_version text NOT NULL,
  given boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid
);
SELECT make_append_only('consent');

-- Where a person's money goes. The number only sealed.
CREATE TABLE payee_account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid REFERENCES person,
  organisation_id uuid,
  holder_name text NOT NULL,
  bank_name text NOT NULL,
  number_sealed bytea NOT NULL,
  number_hash bytea NOT NULL,
  number_masked text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  replaced_at timestamptz,
  CHECK ((person_id IS NULL) <> (organisation_id IS NULL))
);
CREATE UNIQUE INDEX payee_account_person ON payee_account (person_id) WHERE replaced_at IS NULL AND person_id IS NOT NULL;
CREATE UNIQUE INDEX payee_account_organisation ON payee_account (organisation_id) WHERE replaced_at IS NULL AND organisation_id IS NOT NULL;

-- Every look behind the mask, visible to the person looked at.
CREATE TABLE personal_data_access (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  account_id uuid NOT NULL REFERENCES account,
  purpose text NOT NULL CHECK (length(purpose) >= 4),
  fields text[] NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX personal_data_access_person ON personal_data_access (person_id, id DESC);
SELECT make_append_only('personal_data_access');
