-- The first account of an organisation opens accounts for colleagues: of its own organisation, role and region, and no further ones.
CREATE FUNCTION keep_colleague_in_own_house() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  opener account%ROWTYPE;
BEGIN
  SELECT * INTO opener FROM account WHERE id = NEW.created_by;
  IF FOUND AND opener.role <> 'admin' AND (opener.role IS DISTINCT FROM NEW.role
      OR opener.organisation_id IS DISTINCT FROM NEW.organisation_id OR opener.region IS DISTINCT FROM NEW.region
      OR EXISTS (SELECT FROM account first WHERE first.id = opener.created_by AND first.role <> 'admin')) THEN
    RAISE EXCEPTION 'account % is not of the house of who opens it', NEW.username
      USING ERRCODE = '23514', CONSTRAINT = 'colleague_of_own_house';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER colleague_of_own_house BEFORE INSERT ON account FOR EACH ROW WHEN (NEW.created_by IS NOT NULL)
  EXECUTE FUNCTION keep_colleague_in_own_house();
CREATE INDEX account_created_by ON account (created_by) WHERE created_by IS NOT NULL;
