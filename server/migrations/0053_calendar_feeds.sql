-- A private link under which a calendar program reads a person's own sessions and exams. Only its hash is kept; one link is in force at a time.
CREATE TABLE calendar_feed (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_in_force ON calendar_feed (person_id) WHERE revoked_at IS NULL;
