-- Pilots of 学历证书 + 若干职业技能等级证书 ((八)): places of a school for a certificate at one of its own three levels in a year.
INSERT INTO state_transition VALUES
  ('pilot', '', 'proposed'), ('pilot', 'proposed', 'approved'), ('pilot', 'proposed', 'refused'), ('pilot', 'approved', 'withdrawn');

CREATE TABLE pilot (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  school_id uuid NOT NULL REFERENCES organisation,
  evaluator_id uuid NOT NULL REFERENCES organisation,
  certificate text NOT NULL CHECK (length(certificate) BETWEEN 2 AND 60),
  -- Words of the certificate itself. They are no 职业技能等级 and are never mapped to one.
  level text NOT NULL CHECK (level IN ('junior', 'intermediate', 'senior')),
  majors text[] NOT NULL CHECK (cardinality(majors) BETWEEN 1 AND 20),
  places int NOT NULL CHECK (places BETWEEN 1 AND 5000),
  fee_fen bigint NOT NULL CHECK (fee_fen >= 0),
  year int NOT NULL CHECK (year BETWEEN 2019 AND 2199),
  state text NOT NULL DEFAULT 'proposed',
  proposed_by uuid NOT NULL REFERENCES account,
  proposed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  reason text,
  CONSTRAINT pilot_decided_by_another CHECK (decided_by <> proposed_by)
);
CREATE UNIQUE INDEX pilot_once ON pilot (school_id, certificate, level, year) WHERE state IN ('proposed', 'approved');
CREATE INDEX pilot_evaluator ON pilot (evaluator_id);
CREATE INDEX pilot_newest ON pilot (year DESC, id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON pilot FOR EACH ROW EXECUTE FUNCTION enforce_transition('pilot');

CREATE TABLE pilot_candidate (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pilot_id uuid NOT NULL REFERENCES pilot,
  person_id uuid NOT NULL REFERENCES person,
  registered_by uuid NOT NULL REFERENCES account,
  registered_at timestamptz NOT NULL,
  CONSTRAINT pilot_candidate_once UNIQUE (pilot_id, person_id)
);
CREATE INDEX pilot_candidate_person ON pilot_candidate (person_id);
SELECT make_append_only('pilot_candidate');

-- Places are counted under a lock of the pilot, so that two lists at once can't exceed them.
CREATE FUNCTION pilot_has_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found pilot;
BEGIN
  SELECT * INTO found FROM pilot WHERE id = NEW.pilot_id FOR NO KEY UPDATE;
  IF found.state <> 'approved' THEN
    RAISE EXCEPTION 'pilot % takes nobody', found.id USING ERRCODE = '23514', CONSTRAINT = 'pilot_open';
  END IF;
  IF (SELECT count(*) FROM pilot_candidate WHERE pilot_id = NEW.pilot_id) >= found.places THEN
    RAISE EXCEPTION 'pilot % is full', found.id USING ERRCODE = '23514', CONSTRAINT = 'pilot_places';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places BEFORE INSERT ON pilot_candidate FOR EACH ROW EXECUTE FUNCTION pilot_has_places();

-- A result is a fact; a correction names the one that it replaces.
CREATE TABLE pilot_result (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  candidate_id uuid NOT NULL REFERENCES pilot_candidate,
  sat boolean NOT NULL,
  passed boolean NOT NULL,
  number text CHECK (length(number) BETWEEN 6 AND 40),
  on_date date NOT NULL,
  replaces uuid REFERENCES pilot_result,
  reason text,
  recorded_by uuid NOT NULL REFERENCES account,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT pilot_result_replaces_key UNIQUE (replaces),
  CHECK (sat OR NOT passed),
  CONSTRAINT pilot_result_number CHECK (passed = (number IS NOT NULL)),
  CHECK (replaces IS NULL OR length(reason) >= 2)
);
CREATE UNIQUE INDEX pilot_result_first ON pilot_result (candidate_id) WHERE replaces IS NULL;
CREATE INDEX pilot_result_candidate ON pilot_result (candidate_id);
SELECT make_append_only('pilot_result');

-- A school recognises a certificate for a course: only for who holds it.
CREATE TABLE pilot_credit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  candidate_id uuid NOT NULL REFERENCES pilot_candidate,
  course text NOT NULL CHECK (length(course) BETWEEN 2 AND 60),
  points_hundredths int NOT NULL CHECK (points_hundredths > 0),
  recognised_by uuid NOT NULL REFERENCES account,
  recognised_at timestamptz NOT NULL,
  CONSTRAINT pilot_credit_once UNIQUE (candidate_id, course)
);
SELECT make_append_only('pilot_credit');
CREATE FUNCTION pilot_credit_rests_on_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pilot_result r WHERE r.candidate_id = NEW.candidate_id AND r.passed
      AND NOT EXISTS (SELECT FROM pilot_result n WHERE n.replaces = r.id)) THEN
    RAISE EXCEPTION 'no certificate behind the credit' USING ERRCODE = '23514', CONSTRAINT = 'pilot_credit_certificate';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate BEFORE INSERT ON pilot_credit FOR EACH ROW EXECUTE FUNCTION pilot_credit_rests_on_certificate();
