-- Versions of policies published in the platform by two officers, for ever. Each process loads them; decisions name them by digest.
ALTER TABLE policy_draft
  ADD submitted_by uuid REFERENCES account,
  ADD submitted_at timestamptz,
  -- Digest of everything in the draft when it was submitted.
  ADD submitted_content text,
  -- Why it may begin before claims that are paid already.
  ADD statement text;

INSERT INTO state_transition VALUES ('policy-draft', 'open', 'submitted'), ('policy-draft', 'submitted', 'open'), ('policy-draft', 'submitted', 'published');

CREATE TABLE policy_version (
  digest text PRIMARY KEY,
  -- Counts the versions published here: a process knows by it whether it has loaded all.
  number int NOT NULL UNIQUE,
  policy_id text NOT NULL,
  version text NOT NULL,
  draft_id uuid NOT NULL UNIQUE REFERENCES policy_draft,
  -- All files of the package as one JSON text, and the digest of all of them.
  files text NOT NULL,
  content text NOT NULL,
  proof text NOT NULL,
  statement text,
  proposed_by uuid NOT NULL REFERENCES account,
  approved_by uuid NOT NULL REFERENCES account,
  published_on date NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (policy_id, version),
  CONSTRAINT publisher_is_not_proposer CHECK (approved_by <> proposed_by)
);
SELECT make_append_only('policy_version');

-- Publishing waits for the decisions that are being made, and those made after it see the new version.
CREATE FUNCTION number_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('policy_version', 0));
  NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM policy_version);
  RETURN NEW;
END $$;
CREATE TRIGGER number_version BEFORE INSERT ON policy_version FOR EACH ROW EXECUTE FUNCTION number_policy_version();

CREATE FUNCTION tell_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('policy_version', NEW.number::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_version AFTER INSERT ON policy_version FOR EACH ROW EXECUTE FUNCTION tell_policy_version();

-- A process that has not loaded every version decides nothing: the transaction is made again with them (app.law: the newest number it knows).
CREATE FUNCTION decided_by_known_law() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('policy_version', 0));
  IF coalesce(nullif(current_setting('app.law', true), ''), '0')::int < (SELECT coalesce(max(number), 0) FROM policy_version) THEN
    RAISE EXCEPTION 'a version of a policy was published meanwhile' USING ERRCODE = '40001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER known_law BEFORE INSERT ON claim_decision FOR EACH STATEMENT EXECUTE FUNCTION decided_by_known_law();
CREATE TRIGGER known_law BEFORE INSERT ON subsidy_list_row FOR EACH STATEMENT EXECUTE FUNCTION decided_by_known_law();
