-- Returns of a period: forms as data, filled by organisations and offices, accepted by the bureau.

-- Each form whole, by its digest: a return stays readable when its file is gone.
CREATE TABLE period_form (
  digest bytea PRIMARY KEY,
  code text NOT NULL,
  version text NOT NULL,
  definition jsonb NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  -- One version has one content.
  CONSTRAINT period_form_version_once UNIQUE (code, version)
);
SELECT make_append_only('period_form');

INSERT INTO state_transition VALUES
  ('period-return', '', 'draft'),
  ('period-return', 'draft', 'submitted'),
  ('period-return', 'submitted', 'agreed'), ('period-return', 'submitted', 'accepted'), ('period-return', 'submitted', 'returned'),
  ('period-return', 'agreed', 'accepted'), ('period-return', 'agreed', 'returned'),
  ('period-return', 'returned', 'submitted'),
  ('period-return', 'accepted', 'locked'), ('period-return', 'accepted', 'reopened'),
  ('period-return', 'locked', 'reopened'),
  ('period-return', 'reopened', 'submitted');

CREATE TABLE period_return (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  form_digest bytea NOT NULL REFERENCES period_form,
  form_code text NOT NULL,
  period text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  region text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  -- Number of the version that is being filled in, or was sent last.
  version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  figures jsonb NOT NULL DEFAULT '{}',
  note text,
  row_count int NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  -- Of the first version: what decides whether it was in time.
  first_submitted_on date,
  submitted_by uuid,
  submitted_at timestamptz,
  agreed_by uuid,
  accepted_by uuid,
  edited_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT period_return_once UNIQUE (form_code, period, organisation_id),
  CONSTRAINT period_return_agreed_by_another CHECK (agreed_by IS NULL OR agreed_by <> submitted_by),
  CHECK ((state IN ('draft')) = (first_submitted_on IS NULL)),
  CHECK (state <> 'agreed' OR agreed_by IS NOT NULL),
  CHECK (state NOT IN ('accepted', 'locked') OR accepted_by IS NOT NULL)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON period_return FOR EACH ROW EXECUTE FUNCTION enforce_transition('period-return');
CREATE INDEX period_return_organisation ON period_return (organisation_id, form_code, period DESC);
CREATE INDEX period_return_waiting ON period_return (state, form_code, period);

-- A version that was sent, for ever.
CREATE TABLE period_return_version (
  return_id uuid NOT NULL REFERENCES period_return,
  version int NOT NULL CHECK (version >= 1),
  form_digest bytea NOT NULL REFERENCES period_form,
  figures jsonb NOT NULL,
  reckoned jsonb NOT NULL,
  warnings jsonb NOT NULL,
  note text,
  row_count int NOT NULL,
  late boolean NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (return_id, version)
);
SELECT make_append_only('period_return_version');

-- Rows by name. A row lives from one version until another; those of versions that were sent are never changed.
CREATE TABLE period_return_row (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  return_id uuid NOT NULL REFERENCES period_return,
  line int NOT NULL,
  from_version int NOT NULL CHECK (from_version >= 1),
  to_version int,
  content jsonb NOT NULL,
  -- Keyed hash of the columns that tell rows apart.
  key_hash bytea NOT NULL,
  id_number_sealed bytea,
  id_number_hash bytea,
  id_number_masked text,
  phone_sealed bytea,
  phone_masked text,
  invoice text,
  CHECK (to_version > from_version),
  CHECK ((id_number_sealed IS NULL) = (id_number_hash IS NULL) AND (id_number_sealed IS NULL) = (id_number_masked IS NULL)),
  CHECK ((phone_sealed IS NULL) = (phone_masked IS NULL))
);
CREATE UNIQUE INDEX period_return_row_once ON period_return_row (return_id, key_hash) WHERE to_version IS NULL;
-- An invoice stands in one return of the county.
CREATE UNIQUE INDEX period_return_invoice_once ON period_return_row (invoice) WHERE invoice IS NOT NULL AND to_version IS NULL;
CREATE INDEX period_return_row_line ON period_return_row (return_id, line, id);
CREATE INDEX period_return_row_person ON period_return_row (id_number_hash) WHERE id_number_hash IS NOT NULL;

-- The content of a return changes only while it is being filled in; a form that asks for the head's consent isn't accepted without it.
CREATE FUNCTION guard_period_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state NOT IN ('draft', 'returned', 'reopened') AND (NEW.figures, coalesce(NEW.note, ''), NEW.form_digest, NEW.row_count)
     IS DISTINCT FROM (OLD.figures, coalesce(OLD.note, ''), OLD.form_digest, OLD.row_count) THEN
    RAISE EXCEPTION 'return is not open' USING ERRCODE = '23514', CONSTRAINT = 'period_return_open';
  END IF;
  -- A return that was sent is corrected in its next version.
  NEW.version := OLD.version + (CASE WHEN NEW.state IN ('returned', 'reopened') AND OLD.state <> NEW.state THEN 1 ELSE 0 END);
  IF (NEW.organisation_id, NEW.form_code, NEW.period, NEW.due_on) IS DISTINCT FROM (OLD.organisation_id, OLD.form_code, OLD.period, OLD.due_on)
     OR (OLD.first_submitted_on IS NOT NULL AND NEW.first_submitted_on IS DISTINCT FROM OLD.first_submitted_on) THEN
    RAISE EXCEPTION 'a return stays that of its reporter and day' USING ERRCODE = '23514', CONSTRAINT = 'period_return_stays';
  END IF;
  IF OLD.state = 'submitted' AND NEW.state IN ('agreed', 'accepted')
     AND (NEW.state = 'agreed') <> coalesce((SELECT (definition ->> 'headFirst')::boolean FROM period_form WHERE digest = NEW.form_digest), false) THEN
    RAISE EXCEPTION 'the head agrees first' USING ERRCODE = '23514', CONSTRAINT = 'period_return_head_first';
  END IF;
  IF NEW.state = 'submitted' AND OLD.state <> 'submitted'
     AND NOT EXISTS (SELECT FROM period_return_version v WHERE v.return_id = NEW.id AND v.version = NEW.version) THEN
    RAISE EXCEPTION 'what is sent is kept' USING ERRCODE = '23514', CONSTRAINT = 'period_return_sent_is_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON period_return FOR EACH ROW EXECUTE FUNCTION guard_period_return();

CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a return is never removed' USING ERRCODE = 'JN001';
END $$;
CREATE TRIGGER stays BEFORE DELETE ON period_return FOR EACH ROW EXECUTE FUNCTION refuse_removal();

CREATE FUNCTION guard_new_period_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT return_id, from_version FROM fresh) n JOIN period_return r ON r.id = n.return_id
             WHERE r.state NOT IN ('draft', 'returned', 'reopened') OR r.version <> n.from_version) THEN
    RAISE EXCEPTION 'return is not open' USING ERRCODE = '23514', CONSTRAINT = 'period_return_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_new AFTER INSERT ON period_return_row REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION guard_new_period_rows();

-- A sent row may only end, with the version that is being filled in; one of that version itself may be taken out.
CREATE FUNCTION guard_period_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r period_return;
BEGIN
  SELECT * INTO r FROM period_return WHERE id = OLD.return_id;
  IF r.state NOT IN ('draft', 'returned', 'reopened') THEN
    RAISE EXCEPTION 'return is not open' USING ERRCODE = '23514', CONSTRAINT = 'period_return_open';
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.from_version <> r.version THEN RAISE EXCEPTION 'a sent row stays' USING ERRCODE = 'JN001'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.to_version IS NOT NULL OR NEW.to_version IS DISTINCT FROM r.version
     OR (NEW.return_id, NEW.line, NEW.from_version, NEW.content, NEW.key_hash) IS DISTINCT FROM (OLD.return_id, OLD.line, OLD.from_version, OLD.content, OLD.key_hash) THEN
    RAISE EXCEPTION 'a sent row stays' USING ERRCODE = 'JN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_old BEFORE UPDATE OF return_id, line, from_version, to_version, content, key_hash, invoice OR DELETE ON period_return_row
  FOR EACH ROW EXECUTE FUNCTION guard_period_row();
