-- Two records of one person are joined by two officers, and a wrong number is put right in the same way: the record under the wrong
-- number joins the one under the right number. Everything of it follows; what may not stand twice stays behind and is listed.

ALTER TABLE person ADD COLUMN joined_into uuid REFERENCES person CHECK (joined_into <> id);
COMMENT ON COLUMN person.joined_into IS 'this record was joined into that one; its number no longer counts as somebody''s own';
-- A number that turned out to be wrong may be somebody else's right one.
ALTER TABLE person DROP CONSTRAINT person_citizen_id_hash_key;
CREATE UNIQUE INDEX person_citizen_id_hash_key ON person (citizen_id_hash) WHERE joined_into IS NULL;
CREATE INDEX person_joined_hash ON person (citizen_id_hash) WHERE joined_into IS NOT NULL;
CREATE INDEX person_joined_into ON person (joined_into) WHERE joined_into IS NOT NULL;

-- Whom a number leads to: its own record, or the one that its record was joined into.
CREATE VIEW identified_person AS
SELECT citizen_id_hash AS hash, id, name, false AS joined FROM person WHERE joined_into IS NULL
UNION ALL
SELECT j.citizen_id_hash, k.id, k.name, true FROM person j JOIN person k ON k.id = j.joined_into
WHERE j.joined_into IS NOT NULL
  AND NOT EXISTS (SELECT FROM person l WHERE l.citizen_id_hash = j.citizen_id_hash AND l.joined_into IS NULL);

INSERT INTO state_transition VALUES ('person-join', '', 'asked'), ('person-join', 'asked', 'done'), ('person-join', 'asked', 'declined');

CREATE TABLE person_join (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kept_id uuid NOT NULL REFERENCES person,
  joined_id uuid NOT NULL REFERENCES person,
  undoes uuid REFERENCES person_join,
  state text NOT NULL DEFAULT 'asked',
  reason text NOT NULL CHECK (length(reason) >= 4),
  asked_by uuid NOT NULL REFERENCES account,
  asked_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  CHECK (kept_id <> joined_id),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT joiner_is_not_asker CHECK (decided_by <> asked_by)
);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON person_join FOR EACH ROW EXECUTE FUNCTION enforce_transition('person-join');
CREATE UNIQUE INDEX person_join_open ON person_join (joined_id) WHERE state = 'asked';
CREATE UNIQUE INDEX person_join_undone_once ON person_join (undoes) WHERE state <> 'declined';
CREATE INDEX person_join_kept ON person_join (kept_id);
CREATE INDEX person_join_joined ON person_join (joined_id);
CREATE INDEX person_join_decided ON person_join (decided_at) WHERE state = 'done';

-- Each row of the joined record: whether it followed, or stayed since the kept record has its like (a seat in the same class).
CREATE TABLE person_join_row (
  join_id uuid NOT NULL REFERENCES person_join,
  table_name text NOT NULL,
  column_name text NOT NULL,
  key jsonb NOT NULL,
  followed boolean NOT NULL,
  PRIMARY KEY (join_id, table_name, column_name, key)
);
SELECT make_append_only('person_join_row');
REVOKE INSERT ON person_join_row FROM jinengtong_app;

-- Whether a row of an append-only table changes in nothing but whose it is, from one side of the join under way to the other.
CREATE FUNCTION follows_person(before jsonb, after jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT count(*) = 1 AND bool_and(j.id IS NOT NULL)
  FROM jsonb_each(before) b LEFT JOIN person_join j ON j.id::text = current_setting('app.join', true) AND j.state = 'done'
    AND CASE WHEN j.undoes IS NULL THEN (b.value #>> '{}', after ->> b.key) = (j.joined_id::text, j.kept_id::text)
             ELSE (b.value #>> '{}', after ->> b.key) = (j.kept_id::text, j.joined_id::text) END
  WHERE b.value IS DISTINCT FROM after -> b.key
$$;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND coalesce(current_setting('app.join', true), '') <> '' THEN
    IF follows_person(to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'JN001';
END $$;

-- Lets every row that names the one person name the other, wherever a table refers to a person: tables to come are found too. What a
-- seat holds goes or stays with the seat. Undoing takes back what followed, with what has come to those seats since.
CREATE FUNCTION follow_person(asked uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  j person_join;
  origin uuid;
  goal uuid;
  seats uuid[];
  t record;
  r record;
  follows boolean;
BEGIN
  SELECT * INTO STRICT j FROM person_join WHERE id = asked AND state = 'done' FOR UPDATE;
  IF EXISTS (SELECT FROM person_join_row WHERE join_id = asked) THEN RAISE EXCEPTION 'join % was carried out', asked; END IF;
  IF j.undoes IS NULL THEN
    origin := j.joined_id; goal := j.kept_id;
    seats := ARRAY(SELECT id FROM enrolment WHERE person_id = origin);
  ELSE
    origin := j.kept_id; goal := j.joined_id;
    seats := ARRAY(SELECT (key ->> 'id')::uuid FROM person_join_row WHERE join_id = j.undoes AND table_name = 'enrolment' AND followed);
  END IF;
  PERFORM set_config('app.join', asked::text, true);
  FOR t IN
    WITH named AS (
      SELECT c.conrelid AS rel, c.conkey[1] AS attnum FROM pg_constraint c
      WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass
        -- Slots are counted again by the limits of the programme, once the claims have followed.
        AND c.conrelid NOT IN ('person'::regclass, 'person_join'::regclass, 'benefit_slot'::regclass)
      UNION SELECT attrelid, attnum FROM pg_attribute WHERE attrelid = 'message_outbox'::regclass AND attname = 'person_id')
    SELECT n.rel::regclass::text AS name, a.attname AS col,
      (SELECT string_agg(format('%L, x.%I', k.attname, k.attname), ', ' ORDER BY k.attnum) FROM pg_index i
        JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = n.rel AND i.indisprimary) AS keyed,
      (SELECT string_agg(format('x.%I = ($3 ->> %L)::%s', k.attname, k.attname, format_type(k.atttypid, k.atttypmod)), ' AND ')
        FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = n.rel AND i.indisprimary) AS same,
      (SELECT s.attnotnull FROM pg_attribute s WHERE s.attrelid = n.rel AND s.attname = 'enrolment_id' AND NOT s.attisdropped) AS seated
    FROM named n JOIN pg_attribute a ON a.attrelid = n.rel AND a.attnum = n.attnum
    ORDER BY (n.rel = 'enrolment'::regclass) DESC, 1
  LOOP
    FOR r IN EXECUTE format('SELECT jsonb_build_object(%s) AS key, %s AS seat FROM %s x WHERE x.%I = $1 AND %s', t.keyed,
      CASE WHEN t.seated IS NULL THEN 'NULL::uuid' ELSE 'x.enrolment_id' END, t.name, t.col,
      -- The index of the seats serves where the person has none.
      CASE WHEN t.seated THEN 'x.enrolment_id = ANY ($2)'
           WHEN j.undoes IS NULL THEN '$2 IS NOT NULL'
           WHEN t.seated IS NULL THEN format('EXISTS (SELECT FROM person_join_row w WHERE w.join_id = %L AND w.table_name = %L AND w.column_name = %L AND w.followed AND w.key = jsonb_build_object(%s))', j.undoes, t.name, t.col, t.keyed)
           ELSE format('(x.enrolment_id = ANY ($2) OR EXISTS (SELECT FROM person_join_row w WHERE w.join_id = %L AND w.table_name = %L AND w.column_name = %L AND w.followed AND w.key = jsonb_build_object(%s)))', j.undoes, t.name, t.col, t.keyed) END)
      USING origin, seats
    LOOP
      follows := r.seat IS NULL OR EXISTS (SELECT FROM enrolment e WHERE e.id = r.seat AND e.person_id = goal);
      IF follows THEN
        BEGIN
          EXECUTE format('UPDATE %s x SET %I = $1 WHERE x.%I = $2 AND %s', t.name, t.col, t.col, t.same) USING goal, origin, r.key;
        EXCEPTION WHEN unique_violation OR exclusion_violation THEN follows := false;
        END;
      END IF;
      INSERT INTO person_join_row VALUES (asked, t.name, t.col, r.key, follows);
    END LOOP;
  END LOOP;
  PERFORM set_config('app.join', '', true);
END $$;
