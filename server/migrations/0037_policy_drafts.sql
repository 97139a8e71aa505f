-- Drafts of policy packages: whole packages as files, edited by several officers. A draft is never law.
CREATE TABLE policy_draft (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  policy_id text NOT NULL,
  title text NOT NULL,
  -- The published version that it was copied from; none where it began with nothing.
  base_policy_id text,
  base_version text,
  base_digest text,
  -- Counts the changes; an editor names the one that their change rests on.
  revision int NOT NULL DEFAULT 0,
  state text NOT NULL,
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((base_digest IS NULL) = (base_version IS NULL) AND (base_digest IS NULL) = (base_policy_id IS NULL))
);
INSERT INTO state_transition VALUES ('policy-draft', '', 'open'), ('policy-draft', 'open', 'withdrawn');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON policy_draft FOR EACH ROW EXECUTE FUNCTION enforce_transition('policy-draft');

-- Each content that a file of a draft ever had; null: the file was taken out.
CREATE TABLE policy_draft_change (
  draft_id uuid NOT NULL REFERENCES policy_draft,
  path text NOT NULL,
  revision int NOT NULL,
  content text,
  changed_by uuid NOT NULL REFERENCES account,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (draft_id, path, revision)
);
SELECT make_append_only('policy_draft_change');
