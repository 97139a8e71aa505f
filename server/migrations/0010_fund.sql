-- The 专账 (十二.1): double entry per source, two books (quota and cash), append-only.

CREATE TABLE fund_source (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  region text NOT NULL,
  opened_on date NOT NULL,
  draw_order int NOT NULL DEFAULT 100
);
ALTER TABLE claim ADD FOREIGN KEY (source_id) REFERENCES fund_source;

-- quota: issued (credit-normal, negative balance), available, reserved, spent. cash: bank, funding, expense 5001…, receivable, payable, interest.
CREATE TABLE ledger_account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source_id uuid NOT NULL REFERENCES fund_source,
  book text NOT NULL CHECK (book IN ('quota', 'cash')),
  code text NOT NULL,
  name text NOT NULL,
  floor_at_zero boolean NOT NULL DEFAULT false,
  UNIQUE (source_id, book, code),
  UNIQUE (id, source_id, book)
);

CREATE TABLE ledger_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  source_id uuid NOT NULL REFERENCES fund_source,
  book text NOT NULL CHECK (book IN ('quota', 'cash')),
  kind text NOT NULL,
  posted_on date NOT NULL,
  key text NOT NULL UNIQUE,
  claim_id uuid REFERENCES claim,
  payment_id uuid,
  note text NOT NULL,
  made_by uuid,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (id, source_id, book)
);
CREATE INDEX ledger_entry_claim ON ledger_entry (claim_id);
CREATE INDEX ledger_entry_payment ON ledger_entry (payment_id);
-- Date first: an index that begins with the source would lure the check of a posting's key into reading the whole source.
CREATE INDEX ledger_entry_date ON ledger_entry (posted_on, source_id, book);
SELECT make_append_only('ledger_entry');

-- Debit positive, credit negative. The composite keys keep entry, account, source and book together: sources never mix.
CREATE TABLE ledger_posting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_id uuid NOT NULL,
  account_id uuid NOT NULL,
  source_id uuid NOT NULL,
  book text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen <> 0),
  FOREIGN KEY (entry_id, source_id, book) REFERENCES ledger_entry (id, source_id, book),
  FOREIGN KEY (account_id, source_id, book) REFERENCES ledger_account (id, source_id, book)
);
CREATE INDEX ledger_posting_entry ON ledger_posting (entry_id);
CREATE INDEX ledger_posting_account ON ledger_posting (account_id);
SELECT make_append_only('ledger_posting');

-- All-time total per account. It has no date, so back-dating can't make it wrong; its check decides who gets the last yuan.
CREATE TABLE ledger_total (
  account_id uuid PRIMARY KEY REFERENCES ledger_account,
  total_fen bigint NOT NULL,
  floor_at_zero boolean NOT NULL,
  CONSTRAINT never_below_zero CHECK (NOT floor_at_zero OR total_fen >= 0)
);

CREATE FUNCTION open_ledger_total() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO ledger_total (account_id, total_fen, floor_at_zero) VALUES (NEW.id, 0, NEW.floor_at_zero);
  RETURN NULL;
END $$;
CREATE TRIGGER total AFTER INSERT ON ledger_account FOR EACH ROW EXECUTE FUNCTION open_ledger_total();

-- Totals are locked in one order, so that two bookings wait for each other and never for ever.
CREATE FUNCTION add_to_ledger_total() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM FROM ledger_total WHERE account_id IN (SELECT account_id FROM added) ORDER BY account_id FOR UPDATE;
  UPDATE ledger_total t SET total_fen = t.total_fen + p.fen
  FROM (SELECT account_id, sum(amount_fen) AS fen FROM added GROUP BY account_id) p
  WHERE t.account_id = p.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER total AFTER INSERT ON ledger_posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_to_ledger_total();
REVOKE INSERT, UPDATE, DELETE ON ledger_total FROM jinengtong_app;

-- An entry balances when the transaction ends, or the transaction does not end.
CREATE FUNCTION entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount_fen), 1) FROM ledger_posting WHERE entry_id = NEW.id) <> 0 THEN
    RAISE EXCEPTION 'ledger entry % does not balance', NEW.id USING ERRCODE = 'JN004';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances();
CREATE FUNCTION posting_joins_new_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added p GROUP BY p.entry_id
             HAVING (SELECT sum(amount_fen) FROM ledger_posting q WHERE q.entry_id = p.entry_id) <> 0) THEN
    RAISE EXCEPTION 'postings must balance' USING ERRCODE = 'JN004';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON ledger_posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION posting_joins_new_entry();

INSERT INTO state_transition VALUES
  ('payment-batch', '', 'draft'), ('payment-batch', 'draft', 'submitted'), ('payment-batch', 'draft', 'cancelled'),
  ('payment-batch', 'submitted', 'released'), ('payment-batch', 'submitted', 'draft'), ('payment-batch', 'submitted', 'cancelled'),
  ('payment-batch', 'released', 'sent'), ('payment-batch', 'sent', 'settled'),
  ('payment', '', 'batched'), ('payment', 'batched', 'sent'), ('payment', 'batched', 'cancelled'),
  ('payment', 'sent', 'paid'), ('payment', 'sent', 'returned'), ('payment', 'paid', 'returned');

CREATE SEQUENCE batch_number;
CREATE TABLE payment_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  source_id uuid NOT NULL REFERENCES fund_source,
  region text NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  count int NOT NULL DEFAULT 0,
  total_fen bigint NOT NULL DEFAULT 0,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL DEFAULT now(),
  released_by uuid REFERENCES account,
  released_at timestamptz,
  bank_file_digest text,
  CONSTRAINT releaser_is_not_maker CHECK (released_by <> made_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON payment_batch FOR EACH ROW EXECUTE FUNCTION enforce_transition('payment-batch');

CREATE TABLE payment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  batch_id uuid NOT NULL REFERENCES payment_batch,
  claim_id uuid NOT NULL REFERENCES claim,
  payee_account_id uuid NOT NULL REFERENCES payee_account,
  payee_name text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  state text NOT NULL DEFAULT 'batched',
  bank_reference text UNIQUE,
  return_reason text,
  settled_on date,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX payment_live ON payment (claim_id) WHERE state IN ('batched', 'sent', 'paid');
CREATE INDEX payment_batch_rows ON payment (batch_id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON payment FOR EACH ROW EXECUTE FUNCTION enforce_transition('payment');
ALTER TABLE ledger_entry ADD FOREIGN KEY (payment_id) REFERENCES payment;

-- Who reviewed a claim may neither make nor release the batch that pays it.
CREATE FUNCTION payer_is_not_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM claim_review r JOIN payment_batch b ON b.id = NEW.batch_id
             WHERE r.claim_id = NEW.claim_id AND r.officer_id IN (b.made_by, b.released_by)) THEN
    RAISE EXCEPTION 'nobody pays what they reviewed' USING ERRCODE = 'JN005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payer_is_not_reviewer BEFORE INSERT OR UPDATE OF state ON payment FOR EACH ROW EXECUTE FUNCTION payer_is_not_reviewer();

CREATE TABLE bank_return (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid REFERENCES payment_batch,
  file_id uuid REFERENCES stored_file,
  digest bytea NOT NULL UNIQUE,
  paid_count int NOT NULL DEFAULT 0,
  returned_count int NOT NULL DEFAULT 0,
  repeated_count int NOT NULL DEFAULT 0,
  unknown jsonb NOT NULL DEFAULT '[]',
  received_by uuid,
  received_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO state_transition VALUES
  ('clawback', '', 'demanded'), ('clawback', 'demanded', 'repaid'), ('clawback', 'demanded', 'cancelled'), ('clawback', 'demanded', 'written-off');
CREATE TABLE clawback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  claim_id uuid NOT NULL REFERENCES claim,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  reason text NOT NULL CHECK (length(reason) >= 2),
  state text NOT NULL DEFAULT 'demanded',
  due_on date NOT NULL,
  demanded_by uuid NOT NULL,
  demanded_at timestamptz NOT NULL DEFAULT now(),
  repaid_on date,
  confirmed_by uuid,
  CHECK (confirmed_by IS NULL OR confirmed_by <> demanded_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON clawback FOR EACH ROW EXECUTE FUNCTION enforce_transition('clawback');
