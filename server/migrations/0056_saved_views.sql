-- Filters and order of a list under a name, for one account. The query is sealed: it may hold a name that was searched for.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  page text NOT NULL CHECK (page ~ '^(/[a-z0-9-]+)+$'),
  name text NOT NULL,
  query_sealed bytea NOT NULL,
  saved_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (account_id, page, name) WHERE removed_at IS NULL;
