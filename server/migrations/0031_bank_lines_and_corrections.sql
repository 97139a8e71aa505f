-- Each line of the bank's return as it was booked, one per payment and outcome: the same line again is a repetition, another line with
-- the same outcome is for the bank to explain, and a return after arrival stays beside the arrival.
CREATE TABLE bank_return_line (
  payment_id uuid NOT NULL REFERENCES payment,
  outcome text NOT NULL CHECK (outcome IN ('paid', 'returned')),
  on_date date NOT NULL,
  reference text NOT NULL,
  reason text,
  return_id uuid NOT NULL REFERENCES bank_return,
  booked_by uuid,
  PRIMARY KEY (payment_id, outcome)
);
CREATE INDEX bank_return_line_reference ON bank_return_line (reference);
COMMENT ON COLUMN bank_return_line.on_date IS 'day at the bank; the books have the day of booking where that month was closed already';
SELECT make_append_only('bank_return_line');

-- Money or quota that was booked wrongly is put right by a correcting entry in the month of the correction, by two people.
CREATE TABLE ledger_correction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  entry_id uuid NOT NULL REFERENCES ledger_entry,
  reason text NOT NULL CHECK (length(reason) >= 2),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  agreed boolean,
  CHECK ((decided_by IS NULL) = (agreed IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT corrector_is_not_asker CHECK (decided_by <> asked_by)
);
-- An entry is corrected once; a refused request leaves it open for another.
CREATE UNIQUE INDEX ledger_correction_once ON ledger_correction (entry_id) WHERE agreed IS NOT FALSE;

-- Nobody decides that the entry they booked themselves is undone.
CREATE FUNCTION corrector_is_not_maker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.agreed AND EXISTS (SELECT FROM ledger_entry e WHERE e.id = NEW.entry_id AND e.made_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'nobody decides about their own entry' USING ERRCODE = '23514', CONSTRAINT = 'corrector_is_not_maker';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER corrector_is_not_maker BEFORE INSERT OR UPDATE OF decided_by ON ledger_correction FOR EACH ROW
  WHEN (NEW.decided_by IS NOT NULL) EXECUTE FUNCTION corrector_is_not_maker();

-- Money can't have moved in a source before it was opened.
CREATE FUNCTION entry_after_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added e JOIN fund_source s ON s.id = e.source_id WHERE e.posted_on < s.opened_on) THEN
    RAISE EXCEPTION 'entry before its source was opened' USING ERRCODE = '23514', CONSTRAINT = 'entry_after_opening';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER after_opening AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION entry_after_opening();
