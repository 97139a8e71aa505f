-- What a school says to all learners of a class. Nothing said is taken back.
CREATE TABLE class_notice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class,
  text text NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  posted_by uuid NOT NULL REFERENCES account,
  posted_at timestamptz NOT NULL
);
CREATE INDEX class_notice_class ON class_notice (class_id, posted_at DESC);
SELECT make_append_only('class_notice');

-- A learner's questions to the school and its answers: one thread for each seat, read by nobody else.
CREATE TABLE class_letter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  class_id uuid NOT NULL REFERENCES training_class,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  from_school boolean NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 2 AND 1000),
  account_id uuid NOT NULL REFERENCES account,
  at timestamptz NOT NULL
);
CREATE INDEX class_letter_thread ON class_letter (enrolment_id, id);
CREATE INDEX class_letter_class ON class_letter (class_id, id DESC);
SELECT make_append_only('class_letter');

INSERT INTO state_transition VALUES
  ('leave-request', '', 'asked'), ('leave-request', 'asked', 'granted'), ('leave-request', 'asked', 'refused'), ('leave-request', 'asked', 'withdrawn');

-- A learner asks to be away from a session; the roll is prefilled where the school agreed.
CREATE TABLE leave_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id uuid NOT NULL REFERENCES class_session,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  reason text NOT NULL CHECK (length(reason) BETWEEN 2 AND 300),
  state text NOT NULL DEFAULT 'asked',
  asked_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  answer text,
  CHECK (state <> 'refused' OR length(answer) >= 2)
);
CREATE UNIQUE INDEX leave_request_once ON leave_request (session_id, enrolment_id) WHERE state IN ('asked', 'granted');
CREATE INDEX leave_request_enrolment ON leave_request (enrolment_id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON leave_request FOR EACH ROW EXECUTE FUNCTION enforce_transition('leave-request');
