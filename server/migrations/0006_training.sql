-- Classes: plan, timetable, roster, attendance.

INSERT INTO state_transition VALUES
  ('training-class', '', 'draft'), ('training-class', 'draft', 'submitted'), ('training-class', 'draft', 'withdrawn'),
  ('training-class', 'submitted', 'approved'), ('training-class', 'submitted', 'returned'), ('training-class', 'submitted', 'withdrawn'),
  ('training-class', 'returned', 'submitted'), ('training-class', 'returned', 'withdrawn'),
  ('training-class', 'approved', 'running'), ('training-class', 'approved', 'cancelled'),
  ('training-class', 'running', 'suspended'), ('training-class', 'suspended', 'running'), ('training-class', 'suspended', 'cancelled'),
  ('training-class', 'running', 'completed'), ('training-class', 'completed', 'closed');

CREATE SEQUENCE class_number;
CREATE TABLE training_class (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  enterprise_id uuid REFERENCES organisation,
  project_id uuid REFERENCES training_project,
  policy_id text NOT NULL,
  benefit text NOT NULL,
  name text NOT NULL,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  content_kind text NOT NULL CHECK (content_kind IN ('general-quality', 'occupation', 'new-industry', 'entrepreneurship', 'new-occupation')),
  course text CHECK (course IN ('syb', 'simulation', 'online-business', 'ability')),
  region text NOT NULL,
  town text NOT NULL,
  address text NOT NULL DEFAULT '',
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 200),
  required_hours int NOT NULL CHECK (required_hours > 0),
  online_ratio numeric(4,3) NOT NULL DEFAULT 0.5 CHECK (online_ratio BETWEEN 0 AND 1),
  plan text NOT NULL DEFAULT '',
  assessment_plan text NOT NULL DEFAULT '',
  open_enrolment boolean NOT NULL DEFAULT true,
  state text NOT NULL DEFAULT 'draft',
  plan_version int NOT NULL DEFAULT 1,
  created_by uuid,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (ends_on >= starts_on),
  CHECK (decided_by IS NULL OR decided_by IS DISTINCT FROM submitted_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON training_class FOR EACH ROW EXECUTE FUNCTION enforce_transition('training-class');
CREATE INDEX training_class_organisation ON training_class (organisation_id, starts_on DESC);
CREATE INDEX training_class_state ON training_class (region, state, starts_on);

-- One meeting of a class. hours are 课时 of 45 minutes. Teacher and room can be in one place at a time.
CREATE TABLE class_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  hours int NOT NULL CHECK (hours BETWEEN 1 AND 12),
  topic text NOT NULL,
  quality_module boolean NOT NULL DEFAULT false,
  practice boolean NOT NULL DEFAULT false,
  teacher_id uuid NOT NULL REFERENCES teacher,
  teacher_person_id uuid NOT NULL REFERENCES person,
  room_id uuid NOT NULL REFERENCES room,
  cancelled boolean NOT NULL DEFAULT false,
  cancelled_because text,
  CHECK (ends_at > starts_at),
  CHECK (extract(epoch FROM ends_at - starts_at) >= hours * 2700),
  CONSTRAINT teacher_in_one_place EXCLUDE USING gist (teacher_person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT cancelled),
  CONSTRAINT room_holds_one_session EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT cancelled)
);
CREATE INDEX class_session_class ON class_session (class_id, starts_at);
CREATE INDEX class_session_time ON class_session (starts_at);

-- The plan and timetable as they stood at each submission, so that nothing asked of the bureau is ever rewritten.
CREATE TABLE class_filing (
  class_id uuid NOT NULL REFERENCES training_class,
  version int NOT NULL,
  content jsonb NOT NULL,
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (class_id, version)
);
SELECT make_append_only('class_filing');

INSERT INTO state_transition VALUES
  ('class-change', '', 'submitted'), ('class-change', '', 'applied'),
  ('class-change', 'submitted', 'applied'), ('class-change', 'submitted', 'refused'), ('class-change', 'submitted', 'withdrawn');

-- What is asked of an approved class: another timetable, a later joiner. Applied at once while the class has not begun.
CREATE TABLE class_change (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class,
  kind text NOT NULL CHECK (kind IN ('timetable', 'joiner')),
  content jsonb NOT NULL,
  reason text NOT NULL CHECK (length(reason) >= 2),
  state text NOT NULL DEFAULT 'submitted',
  submitted_by uuid NOT NULL,
  submitted_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  CHECK (decided_by IS NULL OR decided_by <> submitted_by)
);
CREATE INDEX class_change_class ON class_change (class_id);
CREATE INDEX class_change_open ON class_change (submitted_at) WHERE state = 'submitted';
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON class_change FOR EACH ROW EXECUTE FUNCTION enforce_transition('class-change');

INSERT INTO state_transition VALUES
  ('enrolment', '', 'applied'), ('enrolment', '', 'enrolled'), ('enrolment', 'applied', 'enrolled'), ('enrolment', 'applied', 'rejected'),
  ('enrolment', 'applied', 'withdrawn'), ('enrolment', 'enrolled', 'withdrawn'), ('enrolment', 'enrolled', 'completed'), ('enrolment', 'enrolled', 'failed');

-- A seat is a row: two people can't hold the same seat of a class, and no seat lies beyond its capacity.
CREATE TABLE enrolment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class,
  person_id uuid NOT NULL REFERENCES person,
  seat int,
  state text NOT NULL DEFAULT 'applied',
  group_code text,
  town text NOT NULL,
  enrolled_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  completed_on date,
  CHECK (seat >= 1),
  CHECK ((state IN ('applied', 'enrolled', 'completed', 'failed')) = (seat IS NOT NULL)),
  CONSTRAINT seat_taken_once UNIQUE (class_id, seat)
);
CREATE UNIQUE INDEX enrolment_once ON enrolment (class_id, person_id) WHERE state NOT IN ('rejected', 'withdrawn');
CREATE INDEX enrolment_person ON enrolment (person_id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON enrolment FOR EACH ROW EXECUTE FUNCTION enforce_transition('enrolment');

CREATE FUNCTION enrolment_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seat > (SELECT capacity FROM training_class WHERE id = NEW.class_id) THEN
    RAISE EXCEPTION 'class % is full', NEW.class_id USING ERRCODE = 'JN003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER within_capacity BEFORE INSERT OR UPDATE OF seat ON enrolment FOR EACH ROW WHEN (NEW.seat IS NOT NULL) EXECUTE FUNCTION enrolment_within_capacity();

-- Every mark ever made. The newest per session and learner counts; a correction names its reason.
CREATE TABLE attendance_mark (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES class_session,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  person_id uuid NOT NULL REFERENCES person,
  mark text NOT NULL CHECK (mark IN ('present', 'absent', 'leave', 'late', 'left-early', 'sick')),
  method text NOT NULL CHECK (method IN ('code', 'roll-call', 'correction')),
  minutes int NOT NULL CHECK (minutes >= 0),
  device text,
  latitude double precision,
  longitude double precision,
  reason text,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (method <> 'correction' OR length(reason) >= 2)
);
CREATE INDEX attendance_mark_session ON attendance_mark (session_id, enrolment_id, id DESC);
CREATE INDEX attendance_mark_enrolment ON attendance_mark (enrolment_id);
SELECT make_append_only('attendance_mark');

-- The mark in force, folded from the log by trigger; a person can't be present in two rooms at once.
CREATE TABLE attendance (
  session_id uuid NOT NULL REFERENCES class_session,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  person_id uuid NOT NULL REFERENCES person,
  mark_id bigint NOT NULL REFERENCES attendance_mark,
  mark text NOT NULL,
  hours numeric(6,2) NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (session_id, enrolment_id),
  CONSTRAINT learner_in_one_place EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (hours > 0)
);
CREATE INDEX attendance_enrolment ON attendance (enrolment_id);

-- Credit: present counts whole, late and left early by the minutes there (whole quarter hours down), the rest nothing.
CREATE FUNCTION fold_attendance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO attendance (session_id, enrolment_id, person_id, mark_id, mark, hours, during)
  SELECT NEW.session_id, NEW.enrolment_id, NEW.person_id, NEW.id, NEW.mark,
         CASE WHEN NEW.mark = 'present' THEN s.hours
              WHEN NEW.mark IN ('late', 'left-early') THEN least(s.hours, floor(NEW.minutes / 45.0 * 4) / 4)
              ELSE 0 END,
         tstzrange(s.starts_at, s.ends_at)
  FROM class_session s WHERE s.id = NEW.session_id
  ON CONFLICT (session_id, enrolment_id) DO UPDATE
    SET mark_id = excluded.mark_id, mark = excluded.mark, hours = excluded.hours, during = excluded.during;
  RETURN NULL;
END $$;
CREATE TRIGGER fold AFTER INSERT ON attendance_mark FOR EACH ROW EXECUTE FUNCTION fold_attendance();
REVOKE INSERT, UPDATE, DELETE ON attendance FROM jinengtong_app;
