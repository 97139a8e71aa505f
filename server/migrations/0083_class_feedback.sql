-- How a class was, said by its learners: one word each at a time, from their own account, read by the bureau before it is public.
CREATE TABLE class_feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  class_id uuid NOT NULL REFERENCES training_class,
  organisation_id uuid NOT NULL REFERENCES organisation,
  teaching int NOT NULL CHECK (teaching BETWEEN 1 AND 5),
  practice int NOT NULL CHECK (practice BETWEEN 1 AND 5),
  service int NOT NULL CHECK (service BETWEEN 1 AND 5),
  useful int NOT NULL CHECK (useful BETWEEN 1 AND 5),
  text text NOT NULL CHECK (length(text) <= 500),
  state text NOT NULL DEFAULT 'submitted',
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  decision_reason text,
  reply text CHECK (length(reply) BETWEEN 2 AND 500),
  replied_by uuid REFERENCES account,
  replied_at timestamptz,
  -- The bureau took the school's answer down; it stays on record.
  reply_removed_by uuid REFERENCES account,
  reply_removed_at timestamptz,
  reply_removed_because text,
  CONSTRAINT feedback_published_by_the_bureau CHECK (state NOT IN ('published', 'refused') OR decided_by IS NOT NULL),
  CONSTRAINT feedback_refused_with_reason CHECK (state <> 'refused' OR length(decision_reason) >= 2),
  CHECK ((reply IS NULL) = (replied_by IS NULL) AND (reply IS NULL) = (replied_at IS NULL)),
  CHECK (reply_removed_at IS NULL OR (reply IS NOT NULL AND reply_removed_by IS NOT NULL AND length(reply_removed_because) >= 2))
);
CREATE UNIQUE INDEX class_feedback_once ON class_feedback (enrolment_id) WHERE state IN ('submitted', 'published');
CREATE INDEX class_feedback_enrolment ON class_feedback (enrolment_id);
CREATE INDEX class_feedback_class ON class_feedback (class_id, written_at DESC);
CREATE INDEX class_feedback_organisation ON class_feedback (organisation_id, written_at DESC);
CREATE INDEX class_feedback_written ON class_feedback (written_at, id);
CREATE INDEX class_feedback_waiting ON class_feedback (written_at, id) WHERE state = 'submitted';

INSERT INTO state_transition VALUES
  ('class-feedback', '', 'submitted'), ('class-feedback', 'submitted', 'published'), ('class-feedback', 'submitted', 'refused'),
  ('class-feedback', 'submitted', 'withdrawn'), ('class-feedback', 'published', 'refused'), ('class-feedback', 'published', 'withdrawn');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON class_feedback FOR EACH ROW EXECUTE FUNCTION enforce_transition('class-feedback');

-- Who may speak: the learner of the seat, of a class that has ended, who finished it or was at its last session.
CREATE FUNCTION feedback_of_who_was_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seat record;
BEGIN
  SELECT e.class_id, e.person_id, e.state, c.organisation_id, c.state AS class_state INTO seat
  FROM enrolment e JOIN training_class c ON c.id = e.class_id WHERE e.id = NEW.enrolment_id;
  IF seat.class_id IS DISTINCT FROM NEW.class_id OR seat.organisation_id IS DISTINCT FROM NEW.organisation_id
    OR NOT EXISTS (SELECT FROM account a WHERE a.id = NEW.written_by AND a.person_id = seat.person_id) THEN
    RAISE EXCEPTION 'feedback on seat % by account %', NEW.enrolment_id, NEW.written_by
      USING ERRCODE = '23514', CONSTRAINT = 'feedback_by_the_learner';
  END IF;
  IF seat.class_state NOT IN ('completed', 'closed') OR NOT (seat.state = 'completed' OR (seat.state = 'failed' AND EXISTS (
    SELECT FROM attendance a WHERE a.enrolment_id = NEW.enrolment_id AND a.hours > 0 AND a.session_id = (
      SELECT s.id FROM class_session s WHERE s.class_id = seat.class_id AND NOT s.cancelled ORDER BY s.starts_at DESC LIMIT 1)))) THEN
    RAISE EXCEPTION 'feedback on seat % of somebody who was not there to the end', NEW.enrolment_id
      USING ERRCODE = '23514', CONSTRAINT = 'feedback_of_who_was_there';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER of_who_was_there BEFORE INSERT ON class_feedback FOR EACH ROW EXECUTE FUNCTION feedback_of_who_was_there();

-- What was said stays as it was said, the answer too.
CREATE FUNCTION feedback_said_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.enrolment_id, NEW.class_id, NEW.organisation_id, NEW.teaching, NEW.practice, NEW.service, NEW.useful, NEW.text,
      NEW.written_by, NEW.written_at)
    IS DISTINCT FROM (OLD.enrolment_id, OLD.class_id, OLD.organisation_id, OLD.teaching, OLD.practice, OLD.service, OLD.useful, OLD.text,
      OLD.written_by, OLD.written_at) THEN
    RAISE EXCEPTION 'feedback % was said', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'feedback_said_once';
  END IF;
  IF OLD.reply IS NOT NULL AND (NEW.reply, NEW.replied_by, NEW.replied_at) IS DISTINCT FROM (OLD.reply, OLD.replied_by, OLD.replied_at) THEN
    RAISE EXCEPTION 'feedback % was answered', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'feedback_answered_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER said_once BEFORE UPDATE OR DELETE ON class_feedback FOR EACH ROW EXECUTE FUNCTION feedback_said_once();
REVOKE DELETE, TRUNCATE ON class_feedback FROM jinengtong_app;
