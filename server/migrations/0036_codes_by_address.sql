-- Codes asked for a phone are counted by who asks, too: a stranger who uses up a share leaves the owner's.
ALTER TABLE phone_code ADD COLUMN asked_from bytea;
