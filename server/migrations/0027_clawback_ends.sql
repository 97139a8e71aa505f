-- A demand for money ends by two people: one asks with a reason, another decides, and never whoever demanded it.
CREATE TABLE clawback_end (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clawback_id uuid NOT NULL REFERENCES clawback,
  as_state text NOT NULL CHECK (as_state IN ('cancelled', 'written-off')),
  reason text NOT NULL CHECK (length(reason) >= 2),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  agreed boolean,
  CHECK ((decided_by IS NULL) = (agreed IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT ender_is_not_asker CHECK (decided_by <> asked_by)
);
CREATE UNIQUE INDEX clawback_end_open ON clawback_end (clawback_id) WHERE decided_by IS NULL;

CREATE FUNCTION ender_is_not_demander() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM clawback k WHERE k.id = NEW.clawback_id AND k.demanded_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody ends what they demanded' USING ERRCODE = '23514', CONSTRAINT = 'ender_is_not_demander';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ender_is_not_demander BEFORE INSERT OR UPDATE OF decided_by ON clawback_end FOR EACH ROW
  WHEN (NEW.decided_by IS NOT NULL) EXECUTE FUNCTION ender_is_not_demander();

CREATE FUNCTION clawback_ends_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM clawback_end e WHERE e.clawback_id = NEW.id AND e.agreed AND e.as_state = NEW.state) THEN
    RAISE EXCEPTION 'clawback % ends by two people', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'clawback_ends_by_two';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ends_by_two BEFORE UPDATE OF state ON clawback FOR EACH ROW
  WHEN (NEW.state IN ('cancelled', 'written-off')) EXECUTE FUNCTION clawback_ends_by_two();
