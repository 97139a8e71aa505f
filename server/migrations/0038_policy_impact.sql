-- Claims that a draft would decide otherwise, found by one run over the stored ones (long_task, kind 'policy-impact').
CREATE TABLE policy_impact (
  task_id uuid NOT NULL REFERENCES long_task,
  claim_id uuid NOT NULL REFERENCES claim,
  benefit text NOT NULL,
  town text NOT NULL,
  applied_on date NOT NULL,
  before_outcome text NOT NULL,
  before_fen bigint NOT NULL,
  after_outcome text NOT NULL,
  after_fen bigint NOT NULL,
  because text NOT NULL,
  PRIMARY KEY (task_id, claim_id)
);
