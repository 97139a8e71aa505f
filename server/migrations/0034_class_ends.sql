-- A filing under review can be taken back to be mended.
INSERT INTO state_transition VALUES ('training-class', 'submitted', 'draft');

-- Absent is a result: no score, not passed.
ALTER TABLE exam_result ADD COLUMN absent boolean NOT NULL DEFAULT false, ALTER COLUMN score DROP NOT NULL,
  ADD CONSTRAINT exam_result_absent CHECK (absent = (score IS NULL) AND NOT (absent AND passed));

-- Why a learner did not complete, as a code, and the hours then missing (class hours of 45 minutes).
ALTER TABLE enrolment
  ADD COLUMN outcome_code text CHECK (outcome_code IN ('hours-short', 'absent', 'exam-failed', 'left', 'other')),
  ADD COLUMN missing_hours numeric(7,2) CHECK (missing_hours >= 0),
  ADD CONSTRAINT outcome_of_failed CHECK (outcome_code IS NULL OR state = 'failed');
