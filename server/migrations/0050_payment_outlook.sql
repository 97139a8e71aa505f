-- The day that a payee was last told their payable claim is expected on: a change of it is told once.
CREATE TABLE payment_outlook (
  claim_id uuid PRIMARY KEY REFERENCES claim,
  basis text NOT NULL CHECK (basis IN ('usual', 'short', 'late', 'stopped', 'no-account', 'unknown')),
  expected_on date,
  told_at timestamptz NOT NULL
);
