-- Claims move by thousands in a statement. Each move is still looked at by itself; the history of all of them is written at once, since
-- a statement for each cost as much as the move.
CREATE FUNCTION allow_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END;
BEGIN
  IF before <> NEW.state AND NOT EXISTS (SELECT FROM state_transition t
      WHERE t.machine = TG_ARGV[0] AND t.from_state = before AND t.to_state = NEW.state) THEN
    RAISE EXCEPTION '% may not go from "%" to "%"', TG_ARGV[0], before, NEW.state USING ERRCODE = 'JN002';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION write_first_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO state_history (machine, subject_id, from_state, to_state, account_id, reason)
  SELECT TG_ARGV[0], a.id, '', a.state, nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.reason', true), '')
  FROM added a;
  RETURN NULL;
END $$;

CREATE FUNCTION write_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO state_history (machine, subject_id, from_state, to_state, account_id, reason)
  SELECT TG_ARGV[0], a.id, b.state, a.state, nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.reason', true), '')
  FROM after a JOIN before b USING (id) WHERE a.state <> b.state;
  RETURN NULL;
END $$;

DROP TRIGGER transition ON claim;
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON claim FOR EACH ROW EXECUTE FUNCTION allow_transition('claim');
-- First by name: whatever else follows a move finds its history.
CREATE TRIGGER a_history_begins AFTER INSERT ON claim REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION write_first_states('claim');
CREATE TRIGGER a_history AFTER UPDATE ON claim REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION write_states('claim');

-- Most claims rest on nothing that was ever held: that is seen by the key, without asking which hold stands.
CREATE OR REPLACE FUNCTION refuse_held_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM claim_hold_subject s WHERE s.subject_id IN (NEW.id, NEW.class_id, NEW.person_id, NEW.organisation_id))
    AND standing_hold(NEW.id, NEW.class_id, NEW.person_id, NEW.organisation_id) IS NOT NULL THEN
    RAISE EXCEPTION 'claim % is held', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'claim_not_held';
  END IF;
  RETURN NEW;
END $$;
