-- An account acts for an organisation of its own region only: otherwise any region's administrator could open one for another's school.
CREATE FUNCTION account_in_region() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.organisation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM organisation o WHERE o.id = NEW.organisation_id AND o.town LIKE NEW.region || '%') THEN
    RAISE EXCEPTION 'organisation lies outside the account''s region'
      USING ERRCODE = '23514', CONSTRAINT = 'account_in_region';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_in_region BEFORE INSERT OR UPDATE OF organisation_id, region ON account
  FOR EACH ROW EXECUTE FUNCTION account_in_region();
