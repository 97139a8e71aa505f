-- What each account took and gave on each day, by benefit: a statement of any period and the public use of the fund read days instead of
-- all postings, of which there are some for each claim.
CREATE TABLE ledger_day (
  account_id uuid NOT NULL REFERENCES ledger_account,
  posted_on date NOT NULL,
  -- Empty for entries that belong to no claim.
  benefit text NOT NULL,
  debit_fen bigint NOT NULL CHECK (debit_fen >= 0),
  credit_fen bigint NOT NULL CHECK (credit_fen >= 0),
  PRIMARY KEY (account_id, posted_on, benefit)
);
GRANT SELECT ON ledger_day TO jinengtong_app;
REVOKE INSERT, UPDATE, DELETE ON ledger_day FROM jinengtong_app;

CREATE FUNCTION sum_of_ledger_days() RETURNS void LANGUAGE sql AS $$
  INSERT INTO ledger_day (account_id, posted_on, benefit, debit_fen, credit_fen)
  SELECT p.account_id, e.posted_on, coalesce(c.benefit, ''), coalesce(sum(p.amount_fen) FILTER (WHERE p.amount_fen > 0), 0),
    coalesce(-sum(p.amount_fen) FILTER (WHERE p.amount_fen < 0), 0)
  FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id LEFT JOIN claim c ON c.id = e.claim_id
  GROUP BY 1, 2, 3
$$;
REVOKE EXECUTE ON FUNCTION sum_of_ledger_days FROM PUBLIC;
SELECT sum_of_ledger_days();

-- Under the lock of the accounts' totals, so that days are locked in one order too.
CREATE OR REPLACE FUNCTION add_to_ledger_total() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM FROM ledger_total WHERE account_id IN (SELECT account_id FROM added) ORDER BY account_id FOR UPDATE;
  UPDATE ledger_total t SET total_fen = t.total_fen + p.fen
  FROM (SELECT account_id, sum(amount_fen) AS fen FROM added GROUP BY account_id) p
  WHERE t.account_id = p.account_id;
  INSERT INTO ledger_day AS d (account_id, posted_on, benefit, debit_fen, credit_fen)
  SELECT p.account_id, e.posted_on, coalesce(c.benefit, ''), coalesce(sum(p.amount_fen) FILTER (WHERE p.amount_fen > 0), 0),
    coalesce(-sum(p.amount_fen) FILTER (WHERE p.amount_fen < 0), 0)
  FROM added p JOIN ledger_entry e ON e.id = p.entry_id LEFT JOIN claim c ON c.id = e.claim_id
  GROUP BY 1, 2, 3
  ON CONFLICT (account_id, posted_on, benefit)
  DO UPDATE SET debit_fen = d.debit_fen + excluded.debit_fen, credit_fen = d.credit_fen + excluded.credit_fen;
  RETURN NULL;
END $$;
