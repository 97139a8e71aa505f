-- What looks odd, what was sampled, and what was found.

-- Great-circle metres between two places; null where either is unknown.
CREATE FUNCTION distance_metres(from_latitude double precision, from_longitude double precision, to_latitude double precision, to_longitude double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 12742000 * asin(sqrt(sin(radians(to_latitude - from_latitude) / 2) ^ 2
    + cos(radians(from_latitude)) * cos(radians(to_latitude)) * sin(radians(to_longitude - from_longitude) / 2) ^ 2))
$$;

-- The audit log is read by time as well as by subject and account.
CREATE INDEX audit_log_at ON audit_log (at);

CREATE TABLE anomaly (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  rule text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  class_id uuid REFERENCES training_class,
  organisation_id uuid REFERENCES organisation,
  region text NOT NULL,
  severity int NOT NULL CHECK (severity BETWEEN 1 AND 3),
  summary text NOT NULL,
  evidence jsonb NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'explained', 'confirmed')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  UNIQUE (rule, subject_kind, subject_id),
  CHECK (state = 'open' OR (decided_by IS NOT NULL AND length(decision_reason) >= 2))
);
CREATE INDEX anomaly_open ON anomaly (region, severity DESC) WHERE state = 'open';
CREATE INDEX anomaly_class ON anomaly (class_id);

-- A random sample anyone can draw again: seed, frame and size are recorded.
CREATE TABLE audit_sample (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seed text NOT NULL,
  frame text NOT NULL CHECK (frame IN ('payments', 'claims', 'classes', 'certificates')),
  filter jsonb NOT NULL,
  frame_size int NOT NULL,
  size int NOT NULL,
  drawn uuid[] NOT NULL,
  drawn_by uuid NOT NULL,
  drawn_at timestamptz NOT NULL DEFAULT now()
);
SELECT make_append_only('audit_sample');

CREATE TABLE audit_finding (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sample_id uuid REFERENCES audit_sample,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('in-order', 'question', 'irregular')),
  note text NOT NULL,
  found_by uuid NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
SELECT make_append_only('audit_finding');
