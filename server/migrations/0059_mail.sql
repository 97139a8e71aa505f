-- An e-mail address of an account, in force once the code sent to it was entered. The address is sealed.
CREATE TABLE mail_address (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  address_sealed bytea NOT NULL,
  address_masked text NOT NULL,
  code_hash bytea NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  removed_at timestamptz,
  -- When each kind of message is sent: at-once, daily or never.
  choices jsonb NOT NULL DEFAULT '{}',
  -- The server refused so often in a row; not tried before.
  failures int NOT NULL DEFAULT 0,
  next_try_at timestamptz
);
CREATE UNIQUE INDEX mail_address_in_force ON mail_address (account_id) WHERE confirmed_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX mail_address_asked ON mail_address (account_id, asked_at DESC);

-- Messages that were sent on to an address, each once: by its id, or by template and day where one message counts what comes in a day.
CREATE TABLE mail_sent (
  address_id uuid NOT NULL REFERENCES mail_address,
  message text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (address_id, message)
);

-- The daily digest of an account, once a day.
CREATE TABLE daily_digest (
  account_id uuid NOT NULL REFERENCES account,
  day date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (account_id, day)
);
