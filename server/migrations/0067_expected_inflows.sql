-- Money that a source expects: a day, an amount, and the paper that promises it. Another day or amount is a new row that replaces the
-- earlier; the end is a row too, so that it stays on record what was once expected.
CREATE TABLE expected_inflow (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source_id uuid NOT NULL REFERENCES fund_source,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  expected_on date NOT NULL,
  document text NOT NULL,
  replaces uuid UNIQUE REFERENCES expected_inflow,
  ended text CHECK (ended IN ('arrived', 'withdrawn')),
  reason text,
  noted_by uuid NOT NULL REFERENCES account,
  noted_at timestamptz NOT NULL,
  CONSTRAINT inflow_change_says_why CHECK (replaces IS NULL OR reason IS NOT NULL),
  CONSTRAINT inflow_begins_open CHECK (replaces IS NOT NULL OR ended IS NULL)
);
CREATE INDEX expected_inflow_source ON expected_inflow (source_id, expected_on);
SELECT make_append_only('expected_inflow');

ALTER TABLE payment_outlook DROP CONSTRAINT payment_outlook_basis_check,
  ADD CONSTRAINT payment_outlook_basis_check CHECK (basis IN ('usual', 'inflow', 'short', 'late', 'stopped', 'no-account', 'unknown'));
