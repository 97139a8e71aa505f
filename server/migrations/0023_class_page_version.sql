-- Which version of a class's page is in force: what all its learners see alike is kept by the processes under this version (learner-class-sql.ts).
-- Given anew, in the transaction of the change, for every table that the page reads; drawn, so that no version comes twice.
CREATE TABLE class_page_version (
  class_id uuid PRIMARY KEY,
  version uuid NOT NULL DEFAULT gen_random_uuid()
);

-- The argument finds the classes of the changed row, $1.
CREATE FUNCTION class_pages_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In one order, so that two changes of several classes wait for each other instead of refusing each other.
  EXECUTE format('INSERT INTO class_page_version (class_id) SELECT DISTINCT f.id FROM (%s) f (id) ORDER BY 1
    ON CONFLICT (class_id) DO UPDATE SET version = excluded.version', TG_ARGV[0]) USING coalesce(NEW, OLD);
  RETURN NULL;
END $$;

CREATE TRIGGER class_page AFTER UPDATE ON training_class
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT ($1).id');
CREATE TRIGGER class_page AFTER INSERT OR UPDATE OR DELETE ON class_session
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT ($1).class_id');
CREATE TRIGGER class_page AFTER INSERT OR UPDATE OR DELETE ON class_course
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT ($1).class_id');
CREATE TRIGGER class_page AFTER INSERT OR UPDATE OR DELETE ON exam
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT ($1).class_id');
CREATE TRIGGER class_page AFTER INSERT OR UPDATE OR DELETE ON lesson
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT class_id FROM class_course WHERE course_id = ($1).course_id');
CREATE TRIGGER class_page AFTER UPDATE OF title ON course
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT class_id FROM class_course WHERE course_id = ($1).id');
CREATE TRIGGER class_page AFTER UPDATE OF name, address ON room
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT class_id FROM class_session WHERE room_id = ($1).id');
CREATE TRIGGER class_page AFTER UPDATE OF name ON organisation
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT id FROM training_class WHERE organisation_id = ($1).id');
-- Of the people only teachers are on it.
CREATE TRIGGER class_page AFTER UPDATE OF name ON person
  FOR EACH ROW EXECUTE FUNCTION class_pages_changed('SELECT s.class_id FROM teacher t JOIN class_session s ON s.teacher_id = t.id WHERE t.person_id = ($1).id');
