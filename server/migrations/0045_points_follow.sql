-- Points follow what they rest on: a correction adds the difference, on its own day, beside what was given.
ALTER TABLE credit
  ADD COLUMN ordinal int NOT NULL DEFAULT 1 CHECK (ordinal >= 1),
  ADD COLUMN on_date date,
  DROP CONSTRAINT credit_rule_id_basis_kind_basis_id_key,
  ADD CONSTRAINT credit_once UNIQUE (rule_id, basis_kind, basis_id, ordinal);
COMMENT ON COLUMN credit.on_date IS 'day that the points stand for: of the certificate, not of its entry; null: the day of the entry';
