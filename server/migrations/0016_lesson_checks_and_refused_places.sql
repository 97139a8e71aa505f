-- Questions of a lesson's author that the "are you there" checks ask about what was just shown.
ALTER TABLE lesson ADD COLUMN checks jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(checks) = 'array');
COMMENT ON COLUMN lesson.checks IS 'questions, each with the moment from which it may be asked';

-- Further attempts at a quiz, given by the institution with a reason. Attempts themselves stay as they were made.
CREATE TABLE quiz_grant (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  lesson_id uuid NOT NULL REFERENCES lesson,
  attempts int NOT NULL CHECK (attempts BETWEEN 1 AND 5),
  reason text NOT NULL,
  granted_by uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX quiz_grant_lesson ON quiz_grant (enrolment_id, lesson_id);
SELECT make_append_only('quiz_grant');

-- A person who was refused being in two places at once: signing in to a class while counted in another, or watching a lesson on after it
-- was opened elsewhere. Nothing came of it, and that it was tried is a fact of its own.
CREATE TABLE refused_presence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  kind text NOT NULL CHECK (kind IN ('sign-in', 'watch')),
  session_id uuid REFERENCES class_session,
  lease_id uuid,
  elsewhere_session_id uuid REFERENCES class_session,
  elsewhere_lease_id uuid,
  device text,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (CASE kind WHEN 'sign-in' THEN session_id IS NOT NULL ELSE lease_id IS NOT NULL END)
);
CREATE INDEX refused_presence_enrolment ON refused_presence (enrolment_id, at);
-- A player left open beats on for hours: one refusal of a sitting is told once.
CREATE UNIQUE INDEX refused_presence_lease ON refused_presence (lease_id) WHERE kind = 'watch';
SELECT make_append_only('refused_presence');
