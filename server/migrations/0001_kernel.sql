-- What every module stands on: append-only guards, state machines, idempotency, files, audit, background work.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The running platform acts as this role; the owner only migrates. Its grants are what makes ledgers and logs append-only.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'jinengtong_app') THEN
    CREATE ROLE jinengtong_app NOLOGIN;
  END IF;
  -- An operator may have made the role and given it to the owner beforehand, where the owner may create none.
  IF NOT pg_has_role(current_user, 'jinengtong_app', 'MEMBER') THEN
    EXECUTE format('GRANT jinengtong_app TO %I', current_user);
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO jinengtong_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO jinengtong_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO jinengtong_app;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'JN001';
END $$;

-- Call once per table whose rows are facts: nobody, the owner included, changes or removes them.
CREATE FUNCTION make_append_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', target);
  EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', target);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM jinengtong_app', target);
END $$;

-- Allowed moves of every state machine. from_state '' is birth. The code holds the same table; a test compares them.
CREATE TABLE state_transition (
  machine text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
);

CREATE TABLE state_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  machine text NOT NULL,
  subject_id uuid NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account_id uuid,
  reason text
);
CREATE INDEX state_history_subject ON state_history (subject_id, id);
SELECT make_append_only('state_history');

-- A row may only be born in, and move along, the states its machine allows; every move leaves a row of history.
CREATE FUNCTION enforce_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END;
BEGIN
  IF before = NEW.state THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM state_transition t
                 WHERE t.machine = TG_ARGV[0] AND t.from_state = before AND t.to_state = NEW.state) THEN
    RAISE EXCEPTION '% may not go from "%" to "%"', TG_ARGV[0], before, NEW.state USING ERRCODE = 'JN002';
  END IF;
  INSERT INTO state_history (machine, subject_id, from_state, to_state, account_id, reason)
  VALUES (TG_ARGV[0], NEW.id, before, NEW.state,
          nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.reason', true), ''));
  RETURN NEW;
END $$;

CREATE TABLE idempotency_key (
  owner text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  request_hash bytea NOT NULL,
  status int,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, key)
);

CREATE TABLE stored_file (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sha256 bytea NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  name text NOT NULL,
  purpose text NOT NULL,
  organisation_id uuid,
  person_id uuid,
  uploaded_by uuid,
  sealed boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN stored_file.sealed IS 'what may hold personal data (rosters, scans) is stored sealed; sha256 is then that of the sealed bytes, bytes that of the plain ones';

-- Written with its own keyed digest at once; chained by audit_seal a moment later (one chain would serialise every write).
CREATE TABLE audit_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  account_id uuid,
  role text,
  operation text NOT NULL,
  subject_kind text,
  subject_id text,
  organisation_id uuid,
  region text,
  detail jsonb NOT NULL DEFAULT '{}',
  request_id text,
  mac bytea NOT NULL
);
CREATE INDEX audit_log_subject ON audit_log (subject_id, id);
CREATE INDEX audit_log_account ON audit_log (account_id, id);
SELECT make_append_only('audit_log');

CREATE TABLE audit_seal (
  seq bigint PRIMARY KEY,
  audit_id bigint NOT NULL UNIQUE REFERENCES audit_log (id),
  hash bytea NOT NULL
);
SELECT make_append_only('audit_seal');

-- Background work is added in the transaction of the fact that causes it. The queue's tables belong to the owner.
CREATE FUNCTION enqueue(task text, payload json, job_key text DEFAULT NULL, run_at timestamptz DEFAULT now())
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12);
END $$;

-- Long work that a person waits for: shows progress, resumes after a crash, keeps per-row errors.
CREATE TABLE long_task (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  input jsonb NOT NULL,
  total int NOT NULL DEFAULT 0,
  done int NOT NULL DEFAULT 0,
  failed int NOT NULL DEFAULT 0,
  result jsonb,
  organisation_id uuid,
  region text,
  started_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);

CREATE TABLE message_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL CHECK (channel IN ('sms', 'in-app')),
  person_id uuid,
  account_id uuid,
  phone_sealed bytea,
  template text NOT NULL,
  body_sealed bytea,
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  read_at timestamptz
);
CREATE INDEX message_outbox_person ON message_outbox (person_id, id DESC);
