-- Messages to an organisation, or to an office: everybody with that role and region. Not to single accounts, so that a colleague who
-- comes later or stands in for another reads them too. `subject` is the record that the message leads to.
ALTER TABLE message_outbox
  ADD COLUMN organisation_id uuid,
  ADD COLUMN role text,
  ADD COLUMN region text,
  ADD COLUMN subject text,
  -- Work that keeps coming is one message a day that counts it.
  ADD COLUMN day date,
  ADD COLUMN count int NOT NULL DEFAULT 1,
  ADD CONSTRAINT message_to_office CHECK ((role IS NULL) = (region IS NULL));
CREATE INDEX message_outbox_organisation ON message_outbox (organisation_id, id DESC) WHERE organisation_id IS NOT NULL;
CREATE INDEX message_outbox_office ON message_outbox (role, region, id DESC) WHERE role IS NOT NULL;
CREATE UNIQUE INDEX message_outbox_daily ON message_outbox (template, day, organisation_id, role, region) NULLS NOT DISTINCT
  WHERE day IS NOT NULL;

-- Each account has read the messages of its organisation or office up to one of them.
CREATE TABLE message_reading (
  account_id uuid PRIMARY KEY REFERENCES account,
  up_to bigint NOT NULL,
  at timestamptz NOT NULL
);
