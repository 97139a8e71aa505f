-- Papers of a filing: an institution adds and takes them out until it submits, and again once it is returned or recalled.
CREATE TABLE class_paper (
  file_id uuid PRIMARY KEY REFERENCES stored_file,
  class_id uuid NOT NULL REFERENCES training_class,
  added_by uuid NOT NULL REFERENCES account,
  added_at timestamptz NOT NULL,
  removed_by uuid REFERENCES account,
  removed_at timestamptz,
  CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);
CREATE INDEX class_paper_class ON class_paper (class_id);

CREATE FUNCTION keep_filed_papers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM training_class WHERE id = NEW.class_id AND state IN ('draft', 'returned')) THEN
    RAISE EXCEPTION 'class % is filed: its papers stay as they are', NEW.class_id
      USING ERRCODE = '23514', CONSTRAINT = 'papers_until_submission';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER papers_until_submission BEFORE INSERT OR UPDATE ON class_paper FOR EACH ROW EXECUTE FUNCTION keep_filed_papers();
