-- Claims are publicised in numbered rounds, and the notice of a round can be printed again as it was put up.
CREATE TABLE publicity_round (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  year int NOT NULL,
  number int NOT NULL CHECK (number > 0),
  document text CHECK (length(document) BETWEEN 1 AND 60),
  region text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day > from_day),
  opened_by uuid REFERENCES account,
  opened_at timestamptz NOT NULL,
  UNIQUE (year, number)
);
COMMENT ON COLUMN publicity_round.opened_by IS 'null: by the daily job';
SELECT make_append_only('publicity_round');

CREATE TABLE publicity_entry (
  round_id uuid NOT NULL REFERENCES publicity_round,
  claim_id uuid NOT NULL REFERENCES claim,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  PRIMARY KEY (round_id, claim_id)
);
CREATE INDEX publicity_entry_claim ON publicity_entry (claim_id);
SELECT make_append_only('publicity_entry');

-- Claims publicised before there were rounds: each day of them was one.
INSERT INTO publicity_round (year, number, region, from_day, to_day, opened_at)
SELECT extract(year FROM day), row_number() OVER (PARTITION BY extract(year FROM day) ORDER BY day), left(min(region), 6), day, max(until), day::timestamp AT TIME ZONE 'Asia/Shanghai'
FROM (SELECT publicised_from AS day, greatest(publicised_to, publicised_from + 1) AS until, region FROM claim WHERE publicised_from IS NOT NULL) earlier
GROUP BY day;
INSERT INTO publicity_entry (round_id, claim_id, amount_fen)
SELECT r.id, c.id, c.approved_fen FROM claim c JOIN publicity_round r ON r.from_day = c.publicised_from WHERE c.approved_fen IS NOT NULL;
