-- Targets (一.目标) and what statistics are read from.

CREATE TABLE target (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  policy_id text NOT NULL,
  measure text NOT NULL CHECK (measure IN ('person-times', 'skilled-share', 'high-skilled-share', 'apprentices', 'fund-fen')),
  year int,
  region text NOT NULL,
  department_id uuid REFERENCES organisation,
  value numeric NOT NULL CHECK (value > 0),
  clause text NOT NULL,
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (policy_id, measure, year, region, department_id)
);

-- Employment base figures that no claim can yield: reported by the statistics office, dated and sourced.
CREATE TABLE base_figure (
  measure text NOT NULL CHECK (measure IN ('employed', 'skilled', 'high-skilled')),
  region text NOT NULL,
  on_date date NOT NULL,
  value bigint NOT NULL CHECK (value >= 0),
  source text NOT NULL,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (measure, region, on_date)
);
