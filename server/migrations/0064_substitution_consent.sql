-- Whoever is trained for agrees to it: in the platform, or on paper that an officer keeps and another confirms.
ALTER TABLE substitution
  ADD COLUMN consented_at timestamptz,
  ADD COLUMN consent_by uuid REFERENCES account,
  ADD COLUMN consent_file_id uuid REFERENCES stored_file,
  ADD CHECK ((consented_at IS NULL) = (consent_by IS NULL) AND (consent_file_id IS NULL OR consent_by IS NOT NULL)),
  ADD CONSTRAINT substitution_paper_by_another CHECK (consent_file_id IS NULL OR decided_by IS NULL OR decided_by <> consent_by);
-- What was confirmed before consent was kept stays as it was.
ALTER TABLE substitution ADD CONSTRAINT substitution_consented CHECK (state <> 'confirmed' OR consented_at IS NOT NULL) NOT VALID;
CREATE INDEX substitution_principal ON substitution (principal_id, created_at);
