-- 教室 201 and 教室２０１ are one room. Of rooms that are there twice already the first holds the name; nobody adds a third.
ALTER TABLE room ADD COLUMN name_key text;
UPDATE room r SET name_key = f.key FROM (
  SELECT id, organisation_id, key, row_number() OVER (PARTITION BY organisation_id, key ORDER BY id) AS n
  FROM (SELECT id, organisation_id, upper(regexp_replace(normalize(name, NFKC), '\s', '', 'g')) AS key FROM room) k) f
WHERE f.id = r.id AND f.n = 1;
CREATE UNIQUE INDEX room_name_once ON room (organisation_id, name_key);
COMMENT ON COLUMN room.name_key IS 'the name in its one spelling: half width, no blanks, capitals';
