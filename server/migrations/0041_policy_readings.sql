-- Readings of a policy's open sentences, confirmed by the bureau: one officer proposes on the strength of a paper, another confirms.
CREATE TABLE policy_reading (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  policy_id text NOT NULL,
  reading text NOT NULL,
  -- Digest of question, alternatives and the chosen one: a later version that reads otherwise isn't confirmed by it.
  digest text NOT NULL,
  source text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'refused')),
  proposed_by uuid NOT NULL REFERENCES account,
  proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  decided_by uuid REFERENCES account,
  decided_on date,
  CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_on IS NULL)),
  CONSTRAINT reading_confirmer_is_not_proposer CHECK (decided_by <> proposed_by OR state = 'refused')
);
CREATE UNIQUE INDEX policy_reading_once ON policy_reading (policy_id, reading, digest) WHERE state <> 'refused';
