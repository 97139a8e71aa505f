-- Questions to other offices' systems: asked by persons and day, answered with evidence, asked again while they are silent.
CREATE TABLE fact_query (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL,
  day date NOT NULL,
  person_ids uuid[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'silent')),
  tries int NOT NULL DEFAULT 0,
  -- Kind of the last failure, without data.
  fault text,
  answers int NOT NULL DEFAULT 0,
  recorded int NOT NULL DEFAULT 0,
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz
);
CREATE INDEX fact_query_open ON fact_query (asked_at) WHERE state = 'open';
