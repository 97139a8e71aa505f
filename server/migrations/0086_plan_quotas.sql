-- Places of named plans (五.1): by year for the whole plan, for a town, for an institution. The owner office sets them, the bureau releases them,
-- an approved class draws on every one that concerns it.
ALTER TABLE training_project
  ADD COLUMN owner_id uuid REFERENCES organisation,
  -- At this share of its places used, the owner is warned.
  ADD COLUMN warn_percent int NOT NULL DEFAULT 80 CHECK (warn_percent BETWEEN 1 AND 100);

CREATE TABLE plan_quota (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES training_project,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  scope text NOT NULL CHECK (scope IN ('plan', 'town', 'organisation')),
  town text,
  organisation_id uuid REFERENCES organisation,
  places int NOT NULL DEFAULT 0 CHECK (places >= 0),
  -- Places above the quota that the owner allowed with a reason.
  overdraw int NOT NULL DEFAULT 0 CHECK (overdraw >= 0),
  drawn int NOT NULL DEFAULT 0 CHECK (drawn >= 0),
  fen_per_place bigint CHECK (fen_per_place >= 0),
  -- Unused places of a town or an institution go back on this day.
  returns_on date,
  CHECK ((town IS NOT NULL) = (scope = 'town') AND (organisation_id IS NOT NULL) = (scope = 'organisation')),
  CONSTRAINT plan_quota_not_overdrawn CHECK (drawn <= places + overdraw),
  CONSTRAINT plan_quota_once UNIQUE NULLS NOT DISTINCT (project_id, year, scope, town, organisation_id)
);
CREATE INDEX plan_quota_organisation ON plan_quota (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX plan_quota_returns ON plan_quota (returns_on) WHERE returns_on IS NOT NULL;

CREATE TABLE plan_quota_change (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  quota_id uuid NOT NULL REFERENCES plan_quota,
  kind text NOT NULL CHECK (kind IN ('set', 'overdraw', 'transfer', 'take-back')),
  -- Added to the quota; taken from it where negative.
  places int NOT NULL CHECK (places <> 0 AND abs(places) <= 1000000),
  -- Receiver of a transfer: it gets what the quota loses.
  to_quota_id uuid REFERENCES plan_quota CHECK ((to_quota_id IS NOT NULL) = (kind = 'transfer')),
  -- Taken over by the quota as the change is released.
  fen_per_place bigint CHECK (fen_per_place >= 0),
  returns_on date,
  reason text NOT NULL CHECK (reason <> ''),
  state text NOT NULL DEFAULT 'proposed',
  proposed_by uuid REFERENCES account,
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  CHECK (quota_id <> to_quota_id),
  CHECK (kind = 'set' OR (kind = 'overdraw') = (places > 0)),
  CONSTRAINT plan_quota_change_by_two CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);
CREATE INDEX plan_quota_change_of ON plan_quota_change (quota_id, proposed_at);
CREATE INDEX plan_quota_change_waiting ON plan_quota_change (proposed_at) WHERE state = 'proposed';
INSERT INTO state_transition VALUES
  ('plan-quota-change', '', 'proposed'),
  ('plan-quota-change', '', 'released'),
  ('plan-quota-change', 'proposed', 'released'),
  ('plan-quota-change', 'proposed', 'refused');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON plan_quota_change FOR EACH ROW EXECUTE FUNCTION enforce_transition('plan-quota-change');

-- Places that a class holds of a quota: its capacity once approved, its learners once begun, none once cancelled.
CREATE TABLE plan_quota_draw (
  quota_id uuid NOT NULL REFERENCES plan_quota,
  class_id uuid NOT NULL REFERENCES training_class,
  places int NOT NULL CHECK (places >= 0),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (quota_id, class_id)
);
CREATE INDEX plan_quota_draw_class ON plan_quota_draw (class_id);

-- The two sums of a quota follow their rows, in the transaction that writes them: the row's lock makes parallel draws wait, its check refuses the last.
CREATE FUNCTION plan_quota_follows_draw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE plan_quota SET drawn = drawn + NEW.places - CASE TG_OP WHEN 'UPDATE' THEN OLD.places ELSE 0 END WHERE id = NEW.quota_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follows AFTER INSERT OR UPDATE OF places ON plan_quota_draw FOR EACH ROW EXECUTE FUNCTION plan_quota_follows_draw();

CREATE FUNCTION plan_quota_follows_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'released' AND (TG_OP = 'INSERT' OR OLD.state <> 'released') THEN
    UPDATE plan_quota SET fen_per_place = coalesce(NEW.fen_per_place, fen_per_place), returns_on = coalesce(NEW.returns_on, returns_on)
    WHERE id = NEW.quota_id;
    IF NEW.kind = 'overdraw' THEN
      UPDATE plan_quota SET overdraw = overdraw + NEW.places WHERE id = NEW.quota_id;
    ELSE
      UPDATE plan_quota SET places = places + NEW.places WHERE id = NEW.quota_id;
      IF NEW.to_quota_id IS NOT NULL THEN
        UPDATE plan_quota SET places = places - NEW.places WHERE id = NEW.to_quota_id;
      END IF;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follows AFTER INSERT OR UPDATE OF state ON plan_quota_change FOR EACH ROW EXECUTE FUNCTION plan_quota_follows_change();
