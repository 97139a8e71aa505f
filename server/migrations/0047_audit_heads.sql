-- The audit chain's head, signed and handed out: whoever holds one notices that the chain's tail was cut. And each row has a number of its
-- own in its digest, so that an old row written in again is noticed.
CREATE TABLE audit_head (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  text text NOT NULL
);
SELECT make_append_only('audit_head');
ALTER TABLE audit_log ADD COLUMN nonce bytea;
