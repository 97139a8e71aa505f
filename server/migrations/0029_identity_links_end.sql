-- A link to an identity service can be ended: a wrong one, a subject given to somebody else, an officer who left.
ALTER TABLE federated_identity ADD COLUMN unlinked_at timestamptz;
ALTER TABLE federated_identity DROP CONSTRAINT federated_identity_pkey;
CREATE UNIQUE INDEX federated_identity_in_force ON federated_identity (issuer, subject) WHERE unlinked_at IS NULL;
CREATE INDEX federated_identity_account ON federated_identity (account_id);
