-- Calls of the minute are counted once for all processes. Unlogged: a crash may forget a minute's count, and no backup needs it.
CREATE UNLOGGED TABLE call_count (
  minute bigint NOT NULL,
  key bytea NOT NULL,
  calls int NOT NULL,
  PRIMARY KEY (minute, key)
);
-- How many people an officer has looked at within the hour is asked at every unmasking.
CREATE INDEX personal_data_access_account ON personal_data_access (account_id, at);
