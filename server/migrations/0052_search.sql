-- Search in the top bar: a name by its beginning or by the first letters of its sounds (张伟: zw), a number by its beginning.

-- First letters in pinyin, in small letters; what isn't Chinese stays. The characters named are the first of each letter in the reader's order.
-- Without ICU the server doesn't know how a character sounds: only Latin letters and digits are left.
DO $$
BEGIN
  IF (SELECT collprovider = 'i' FROM pg_collation WHERE collname = 'chinese_names') THEN
    CREATE FUNCTION pinyin_initials(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $f$
      SELECT coalesce(string_agg(CASE
        WHEN c ~ '[a-z0-9]' THEN c
        WHEN c >= '㐀' COLLATE "C" AND c <= '鿿' COLLATE "C" THEN
          substr('abcdefghjklmnopqrstwxyz', greatest(1, width_bucket(c COLLATE public.chinese_names,
            ARRAY['阿','八','嚓','咑','妸','发','旮','哈','丌','咔','垃','妈','拏','噢','妑','七','呥','仨','他','屲','夕','丫','帀'])), 1)
        ELSE '' END, '' ORDER BY at), '')
      FROM regexp_split_to_table(lower(name), '') WITH ORDINALITY AS t (c, at)
    $f$;
  ELSE
    CREATE FUNCTION pinyin_initials(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $f$
      SELECT regexp_replace(lower(name), '[^a-z0-9]', '', 'g')
    $f$;
  END IF;
END $$;

CREATE INDEX person_initials ON person (pinyin_initials(name) text_pattern_ops);
CREATE INDEX claim_number_begins ON claim (number text_pattern_ops);
CREATE INDEX training_class_number_begins ON training_class (number text_pattern_ops);
CREATE INDEX certificate_serial_begins ON certificate (serial text_pattern_ops);
CREATE INDEX payment_number_begins ON payment (number text_pattern_ops);
CREATE INDEX certificate_holder_begins ON certificate (holder_name text_pattern_ops);
