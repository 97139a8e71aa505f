-- An officer at a window acts for somebody who is present, with their consent, for named purposes and a limited time.
CREATE TABLE window_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  person_id uuid NOT NULL REFERENCES person,
  officer_id uuid NOT NULL REFERENCES account,
  region text NOT NULL,
  purposes text[] NOT NULL CHECK (cardinality(purposes) > 0 AND purposes <@ ARRAY['register', 'enrol', 'claim', 'payee', 'group', 'record']),
  state text NOT NULL DEFAULT 'asked',
  asked_at timestamptz NOT NULL,
  consent_kind text CHECK (consent_kind IN ('code', 'paper', 'officer')),
  consent_by uuid REFERENCES account,
  consent_file_id uuid REFERENCES stored_file,
  opened_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_by uuid REFERENCES account,
  CONSTRAINT window_consented CHECK (state <> 'open' OR (consent_kind IS NOT NULL AND opened_at IS NOT NULL AND expires_at IS NOT NULL)),
  CONSTRAINT window_consent_shown CHECK ((consent_kind IS NOT DISTINCT FROM 'paper') = (consent_file_id IS NOT NULL)
    AND (consent_kind IS NOT DISTINCT FROM 'officer') = (consent_by IS NOT NULL)),
  CONSTRAINT window_confirmed_by_another CHECK (consent_by <> officer_id),
  -- Where the money goes isn't changed on a paper that the officer alone has seen.
  CONSTRAINT window_payee_not_by_paper CHECK (consent_kind IS DISTINCT FROM 'paper' OR NOT 'payee' = ANY (purposes)),
  CONSTRAINT window_limited CHECK (expires_at <= opened_at + interval '2 hours'),
  CHECK (state <> 'ended' OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX window_session_one ON window_session (officer_id) WHERE state IN ('asked', 'open');
CREATE INDEX window_session_person ON window_session (person_id, asked_at DESC);
CREATE INDEX window_session_asked ON window_session (asked_at DESC, id);

INSERT INTO state_transition VALUES
  ('window-session', '', 'asked'), ('window-session', 'asked', 'open'), ('window-session', 'asked', 'ended'), ('window-session', 'open', 'ended');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON window_session FOR EACH ROW EXECUTE FUNCTION enforce_transition('window-session');

-- Nobody serves themselves, nor somebody of their own name: a colleague does.
CREATE FUNCTION refuse_own_window() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM account a JOIN person p ON p.id = NEW.person_id
             WHERE a.id IN (NEW.officer_id, NEW.consent_by) AND (a.person_id = p.id OR a.name = p.name)) THEN
    RAISE EXCEPTION 'window session of an officer for themselves' USING ERRCODE = '23514', CONSTRAINT = 'window_not_for_oneself';
  END IF;
  IF NOT EXISTS (SELECT FROM account a WHERE a.id = NEW.officer_id AND a.role = 'reviewer')
    OR (NEW.consent_by IS NOT NULL AND NOT EXISTS (SELECT FROM account a WHERE a.id = NEW.consent_by AND a.role = 'reviewer')) THEN
    RAISE EXCEPTION 'window session of somebody else than an officer' USING ERRCODE = '23514', CONSTRAINT = 'window_by_officers';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_for_oneself BEFORE INSERT OR UPDATE OF person_id, officer_id, consent_by ON window_session
  FOR EACH ROW EXECUTE FUNCTION refuse_own_window();

-- What was agreed to stays: whom it is for, by whom and what for never change.
CREATE FUNCTION window_agreed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.officer_id, NEW.purposes, NEW.asked_at) IS DISTINCT FROM (OLD.officer_id, OLD.purposes, OLD.asked_at)
    OR (OLD.consent_kind IS NOT NULL AND (NEW.consent_kind, NEW.consent_by, NEW.consent_file_id, NEW.opened_at, NEW.expires_at)
      IS DISTINCT FROM (OLD.consent_kind, OLD.consent_by, OLD.consent_file_id, OLD.opened_at, OLD.expires_at)) THEN
    RAISE EXCEPTION 'window session % was agreed to', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'window_agreed_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_once BEFORE UPDATE ON window_session FOR EACH ROW EXECUTE FUNCTION window_agreed_once();
REVOKE DELETE, TRUNCATE ON window_session FROM jinengtong_app;

-- A relative whom somebody lets see their affairs and prepare them, until either ends it.
CREATE TABLE person_helper (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  helper_id uuid NOT NULL REFERENCES person,
  relation text NOT NULL CHECK (relation IN ('spouse', 'child', 'parent', 'sibling', 'other')),
  named_by uuid NOT NULL REFERENCES account,
  named_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES account,
  CONSTRAINT helper_is_another CHECK (person_id <> helper_id OR ended_at IS NOT NULL),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX person_helper_once ON person_helper (person_id, helper_id) WHERE ended_at IS NULL;
CREATE INDEX person_helper_helper ON person_helper (helper_id);
REVOKE DELETE, TRUNCATE ON person_helper FROM jinengtong_app;

-- Each act for somebody else, in its own transaction: without a right that stands at that moment there is no act.
CREATE TABLE acted_for (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  window_id uuid REFERENCES window_session,
  helping_id uuid REFERENCES person_helper,
  account_id uuid NOT NULL REFERENCES account,
  operation text NOT NULL,
  subject_kind text,
  subject_id text,
  at timestamptz NOT NULL,
  CHECK ((window_id IS NULL) <> (helping_id IS NULL))
);
CREATE INDEX acted_for_window ON acted_for (window_id, id) WHERE window_id IS NOT NULL;
CREATE INDEX acted_for_helping ON acted_for (helping_id, id) WHERE helping_id IS NOT NULL;
SELECT make_append_only('acted_for');

CREATE FUNCTION acted_with_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.window_id IS NOT NULL THEN
    PERFORM FROM window_session w WHERE w.id = NEW.window_id AND w.officer_id = NEW.account_id AND w.state = 'open'
      AND NEW.at >= w.opened_at AND NEW.at < w.expires_at FOR SHARE;
  ELSE
    PERFORM FROM person_helper h JOIN account a ON a.person_id = h.helper_id
      WHERE h.id = NEW.helping_id AND a.id = NEW.account_id AND h.ended_at IS NULL FOR SHARE OF h;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an act of account % for somebody who has not agreed', NEW.account_id USING ERRCODE = '23514', CONSTRAINT = 'acted_with_right';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER with_right BEFORE INSERT ON acted_for FOR EACH ROW EXECUTE FUNCTION acted_with_right();

-- Who confirmed a claim for somebody at a window, or confirmed that they agreed, neither reviews nor pays it.
CREATE FUNCTION refuse_window_officer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  officers uuid[];
BEGIN
  IF TG_TABLE_NAME = 'claim_review' THEN
    officers := ARRAY[NEW.officer_id];
  ELSE
    SELECT ARRAY[b.made_by, b.released_by] INTO officers FROM payment_batch b WHERE b.id = NEW.batch_id;
  END IF;
  IF EXISTS (SELECT FROM acted_for a JOIN window_session w ON w.id = a.window_id
             WHERE a.subject_kind = 'claim' AND a.subject_id = NEW.claim_id::text AND (w.officer_id = ANY (officers) OR w.consent_by = ANY (officers))) THEN
    RAISE EXCEPTION 'claim % was served at a window by this officer', NEW.claim_id
      USING ERRCODE = '23514', CONSTRAINT = 'window_officer_not_reviewer';
  END IF;
  RETURN NEW;
END $$;
CREATE INDEX acted_for_claim ON acted_for (subject_id) WHERE subject_kind = 'claim';
CREATE TRIGGER not_window_officer BEFORE INSERT ON claim_review FOR EACH ROW EXECUTE FUNCTION refuse_window_officer();
CREATE TRIGGER not_window_officer BEFORE INSERT OR UPDATE OF state ON payment FOR EACH ROW EXECUTE FUNCTION refuse_window_officer();
