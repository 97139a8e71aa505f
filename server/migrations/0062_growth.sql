-- A person's own page looks their consents and accounts up; without these each look read the whole county's.
CREATE INDEX consent_of_person ON consent (person_id, purpose, id);
CREATE INDEX payee_account_of_person ON payee_account (person_id) WHERE person_id IS NOT NULL;
-- Records that may be one person's are counted without reading the records.
CREATE INDEX person_same_phone_and_name ON person (phone_hash, name, town) INCLUDE (number) WHERE phone_hash IS NOT NULL AND joined_into IS NULL;
