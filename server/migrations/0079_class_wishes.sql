-- Waiting lists: somebody wants a class of an occupation and level that isn't there, and agreed to be told of it once.
CREATE TABLE class_wish (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  -- Empty: wherever it is.
  towns text[] NOT NULL DEFAULT '{}' CHECK (cardinality(towns) <= 20),
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  told_class_id uuid REFERENCES training_class,
  CHECK (told_class_id IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX class_wish_once ON class_wish (person_id, occupation, level) WHERE ended_at IS NULL;
CREATE INDEX class_wish_waiting ON class_wish (occupation, level) WHERE ended_at IS NULL;

-- A wish is kept with how it ended: told of a class, or taken back.
CREATE FUNCTION class_wish_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'wish % is over', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'class_wish_over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER over BEFORE UPDATE OF ended_at, told_class_id, occupation, level, towns ON class_wish
  FOR EACH ROW EXECUTE FUNCTION class_wish_ends_once();
