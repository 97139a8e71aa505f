-- A rule of attendance is proposed by one officer and decided by another. It may also say that reaching it is enough to complete.
ALTER TABLE attendance_rule DROP CONSTRAINT attendance_rule_once;
ALTER TABLE attendance_rule ADD COLUMN sufficient boolean NOT NULL DEFAULT false;
ALTER TABLE attendance_rule ADD CONSTRAINT sufficient_needs_a_share CHECK (NOT sufficient OR minimum_percent > 0);

CREATE TABLE attendance_rule_decision (
  rule_id uuid PRIMARY KEY REFERENCES attendance_rule,
  agreed boolean NOT NULL,
  decided_by uuid,
  decided_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO attendance_rule_decision (rule_id, agreed, decided_at) SELECT id, true, set_at FROM attendance_rule;
SELECT make_append_only('attendance_rule_decision');

CREATE FUNCTION refuse_own_attendance_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by = (SELECT set_by FROM attendance_rule WHERE id = NEW.rule_id) THEN
    RAISE EXCEPTION 'rule % is decided by who proposed it', NEW.rule_id
      USING ERRCODE = '23514', CONSTRAINT = 'attendance_rule_decided_by_another';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_by_another BEFORE INSERT ON attendance_rule_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_own_attendance_rule();

-- Rules that were agreed on; the newest of a day counts.
CREATE VIEW attendance_rule_in_force AS
  SELECT r.*, d.decided_at FROM attendance_rule r JOIN attendance_rule_decision d ON d.rule_id = r.id AND d.agreed;
