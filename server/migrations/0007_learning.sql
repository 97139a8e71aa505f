-- Online lessons (十 网上学习). The server's clock is the only clock; credit is a fold over the beats.

CREATE TABLE course (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  occupation text,
  quality_module boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE lesson (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  course_id uuid NOT NULL REFERENCES course,
  ordinal int NOT NULL CHECK (ordinal >= 1),
  kind text NOT NULL CHECK (kind IN ('video', 'document', 'quiz')),
  title text NOT NULL,
  file_id uuid REFERENCES stored_file,
  duration_ms int CHECK (duration_ms > 0),
  quiz jsonb,
  UNIQUE (course_id, ordinal),
  CHECK (kind <> 'quiz' OR quiz IS NOT NULL),
  CHECK (kind = 'quiz' OR duration_ms IS NOT NULL)
);
COMMENT ON COLUMN lesson.duration_ms IS 'length of the video, or the reading time a document is worth';

CREATE TABLE class_course (
  class_id uuid NOT NULL REFERENCES training_class,
  course_id uuid NOT NULL REFERENCES course,
  PRIMARY KEY (class_id, course_id)
);

-- One live lease per person: opening a lesson anywhere ends the one before.
CREATE TABLE watch_lease (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  lesson_id uuid NOT NULL REFERENCES lesson,
  device text,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  ended_because text
);
CREATE UNIQUE INDEX watch_lease_live ON watch_lease (person_id) WHERE ended_at IS NULL;
CREATE INDEX watch_lease_enrolment ON watch_lease (enrolment_id, lesson_id);

CREATE TABLE watch_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lease_id uuid NOT NULL REFERENCES watch_lease,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  lesson_id uuid NOT NULL REFERENCES lesson,
  kind text NOT NULL CHECK (kind IN ('open', 'beat', 'check-shown', 'check-passed', 'check-missed', 'close')),
  from_ms int,
  to_ms int,
  playback_rate numeric(4,2),
  visible boolean NOT NULL DEFAULT true,
  check_id uuid,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (kind <> 'beat' OR (from_ms >= 0 AND to_ms >= from_ms))
);
CREATE INDEX watch_event_lesson ON watch_event (enrolment_id, lesson_id, id);
SELECT make_append_only('watch_event');

-- The fold so far; verify recomputes it from watch_event.
CREATE TABLE watch_credit (
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  lesson_id uuid NOT NULL REFERENCES lesson,
  person_id uuid NOT NULL REFERENCES person,
  state jsonb NOT NULL,
  credited_ms int NOT NULL CHECK (credited_ms >= 0),
  furthest_ms int NOT NULL DEFAULT 0,
  completed_at timestamptz,
  version int NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (enrolment_id, lesson_id)
);
COMMENT ON COLUMN watch_credit.version IS 'a beat writes only over the version it read';

CREATE TABLE check_moment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lease_id uuid NOT NULL REFERENCES watch_lease,
  due_ms int NOT NULL,
  question jsonb NOT NULL,
  shown_at timestamptz,
  answered_at timestamptz,
  passed boolean
);
CREATE INDEX check_moment_lease ON check_moment (lease_id);

CREATE TABLE quiz_attempt (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  lesson_id uuid NOT NULL REFERENCES lesson,
  answers jsonb NOT NULL,
  score int NOT NULL CHECK (score BETWEEN 0 AND 100),
  passed boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX quiz_attempt_lesson ON quiz_attempt (enrolment_id, lesson_id);
SELECT make_append_only('quiz_attempt');
