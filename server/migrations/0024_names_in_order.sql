-- Lists sorted by a name stand as a Chinese reader looks for it, by the sound of its characters; where the server was built without ICU, by their code.
DO $$
BEGIN
  CREATE COLLATION chinese_names (provider = icu, locale = 'zh');
EXCEPTION WHEN feature_not_supported THEN
  CREATE COLLATION chinese_names FROM "C";
END $$;
DROP INDEX certificate_by_holder, payment_by_payee;
CREATE INDEX certificate_by_holder ON certificate (holder_name COLLATE chinese_names, serial);
CREATE INDEX payment_by_payee ON payment (payee_name COLLATE chinese_names, number);
