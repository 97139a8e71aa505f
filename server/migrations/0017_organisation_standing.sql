-- The bureau suspends, reinstates or ends an organisation, with reason and evidence. What began before goes on; nothing new begins.

INSERT INTO state_transition VALUES
  ('organisation', '', 'active'), ('organisation', 'active', 'suspended'), ('organisation', 'active', 'exited'),
  ('organisation', 'suspended', 'active'), ('organisation', 'suspended', 'exited'), ('organisation', 'exited', 'active');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON organisation FOR EACH ROW EXECUTE FUNCTION enforce_transition('organisation');

CREATE TABLE organisation_order (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  from_state text NOT NULL,
  to_state text NOT NULL CHECK (to_state IN ('active', 'suspended', 'exited')),
  reason text NOT NULL CHECK (length(reason) >= 4),
  basis text NOT NULL CHECK (length(basis) >= 4),
  evidence_file_ids uuid[] NOT NULL,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (to_state = 'active' OR cardinality(evidence_file_ids) > 0)
);
COMMENT ON COLUMN organisation_order.basis IS 'the document it rests on, by name and number';
CREATE INDEX organisation_order_organisation ON organisation_order (organisation_id, made_at);
SELECT make_append_only('organisation_order');

-- Share locks: an order made at the same moment waits until what is begun here is committed, or is seen here.
CREATE FUNCTION refuse_inactive(organisations uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organisation WHERE id = ANY (organisations) ORDER BY id FOR SHARE;
  IF EXISTS (SELECT FROM organisation WHERE id = ANY (organisations) AND state <> 'active') THEN
    RAISE EXCEPTION 'organisation is suspended or has left' USING ERRCODE = '23514', CONSTRAINT = 'organisation_is_active';
  END IF;
END $$;

CREATE FUNCTION begun_by_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_inactive(ARRAY[NEW.organisation_id]);
  RETURN NEW;
END $$;
CREATE TRIGGER organisation_active BEFORE INSERT ON training_class FOR EACH ROW EXECUTE FUNCTION begun_by_active();
CREATE TRIGGER organisation_active_moves BEFORE UPDATE OF state ON training_class FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state IN ('submitted', 'approved')
    AND OLD.state IN ('draft', 'returned', 'submitted')) EXECUTE FUNCTION begun_by_active();
CREATE TRIGGER organisation_active BEFORE INSERT ON admission FOR EACH ROW EXECUTE FUNCTION begun_by_active();
CREATE TRIGGER organisation_active_moves BEFORE UPDATE OF state ON admission FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state IN ('submitted', 'admitted') AND OLD.state NOT IN ('suspended'))
  EXECUTE FUNCTION begun_by_active();
CREATE TRIGGER organisation_active_moves BEFORE UPDATE OF state ON claim FOR EACH ROW
  WHEN (OLD.state = 'prepared' AND NEW.state = 'submitted' AND NEW.organisation_id IS NOT NULL) EXECUTE FUNCTION begun_by_active();

CREATE FUNCTION claimed_by_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_inactive((SELECT array_agg(DISTINCT organisation_id) FROM added WHERE organisation_id IS NOT NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_active AFTER INSERT ON claim REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION claimed_by_active();

CREATE FUNCTION seated_by_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_inactive((SELECT array_agg(DISTINCT c.organisation_id) FROM added a JOIN training_class c ON c.id = a.class_id));
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_active AFTER INSERT ON enrolment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION seated_by_active();
