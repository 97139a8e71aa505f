-- A confirmed anomaly holds the claims it touches: none of them moves towards the money until somebody else settles it with a reason.

CREATE TABLE claim_hold (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  cause text NOT NULL CHECK (cause IN ('anomaly')),
  cause_id uuid NOT NULL,
  title text NOT NULL,
  reason text NOT NULL CHECK (length(reason) >= 2),
  placed_by uuid NOT NULL REFERENCES account,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_by uuid REFERENCES account,
  settled_at timestamptz,
  settled_because text,
  excluded uuid[] NOT NULL DEFAULT '{}',
  CHECK ((settled_by IS NULL) = (settled_at IS NULL) AND (settled_at IS NULL OR length(settled_because) >= 2)),
  CHECK (settled_at IS NOT NULL OR excluded = '{}'),
  CONSTRAINT settler_is_not_placer CHECK (settled_by <> placed_by)
);
COMMENT ON COLUMN claim_hold.excluded IS 'claims that stay held for good when the others are let go: they can only be refused, cancelled or paid back';
CREATE UNIQUE INDEX claim_hold_open ON claim_hold (cause, cause_id) WHERE settled_at IS NULL;

-- What it stands on: a claim itself, or the class, person or claiming organisation of claims, those to come included.
CREATE TABLE claim_hold_subject (
  subject_id uuid NOT NULL,
  hold_id uuid NOT NULL REFERENCES claim_hold,
  kind text NOT NULL CHECK (kind IN ('claim', 'class', 'person', 'organisation')),
  PRIMARY KEY (subject_id, hold_id)
);
CREATE INDEX claim_hold_subject_hold ON claim_hold_subject (hold_id);
SELECT make_append_only('claim_hold_subject');

CREATE FUNCTION standing_hold(claim uuid, class uuid, person uuid, organisation uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT h.id FROM claim_hold_subject s JOIN claim_hold h ON h.id = s.hold_id
  WHERE s.subject_id IN (claim, class, person, organisation) AND (h.settled_at IS NULL OR claim = ANY (h.excluded))
  ORDER BY h.placed_at LIMIT 1
$$;

CREATE FUNCTION refuse_held_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF standing_hold(NEW.id, NEW.class_id, NEW.person_id, NEW.organisation_id) IS NOT NULL THEN
    RAISE EXCEPTION 'claim % is held', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'claim_not_held';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_held BEFORE UPDATE OF state ON claim FOR EACH ROW
  WHEN ((OLD.state, NEW.state) IN (('submitted', 'first-passed'), ('first-passed', 'approved'), ('approved', 'publicised'),
    ('publicised', 'payable'), ('payable', 'batched')))
  EXECUTE FUNCTION refuse_held_claim();

-- Money leaves with the release: whoever confirms an anomaly at that moment waits for it, or it for them.
CREATE FUNCTION refuse_held_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM claim c JOIN payment p ON p.claim_id = c.id WHERE p.batch_id = NEW.id ORDER BY c.id FOR SHARE OF c;
  IF EXISTS (SELECT FROM claim c JOIN payment p ON p.claim_id = c.id
             WHERE p.batch_id = NEW.id AND standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) IS NOT NULL) THEN
    RAISE EXCEPTION 'batch % pays a held claim', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'claim_not_held';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_held BEFORE UPDATE OF state ON payment_batch FOR EACH ROW
  WHEN (OLD.state = 'submitted' AND NEW.state = 'released') EXECUTE FUNCTION refuse_held_release();

-- Confirmed is no longer the end: it is taken back, or settled with the claims that rest on it left out.
ALTER TABLE anomaly DROP CONSTRAINT anomaly_state_check;
ALTER TABLE anomaly ADD CONSTRAINT anomaly_state_check CHECK (state IN ('open', 'explained', 'confirmed', 'dismissed', 'settled')),
  ADD COLUMN resolved_by uuid REFERENCES account,
  ADD COLUMN resolved_at timestamptz,
  ADD COLUMN resolution_reason text,
  ADD CONSTRAINT anomaly_resolved CHECK ((state IN ('dismissed', 'settled')) = (resolved_by IS NOT NULL)
    AND (resolved_by IS NULL) = (resolved_at IS NULL) AND (resolved_by IS NULL OR length(resolution_reason) >= 2)),
  ADD CONSTRAINT resolver_is_not_confirmer CHECK (resolved_by <> decided_by);

-- What was confirmed before holds from now on.
WITH held AS (
  INSERT INTO claim_hold (cause, cause_id, title, reason, placed_by)
  SELECT 'anomaly', a.id, a.summary, a.decision_reason, a.decided_by FROM anomaly a WHERE a.state = 'confirmed'
  RETURNING id, cause_id)
INSERT INTO claim_hold_subject (subject_id, hold_id, kind)
SELECT s.subject_id, held.id, s.kind FROM held JOIN anomaly a ON a.id = held.cause_id CROSS JOIN LATERAL (
  SELECT a.class_id AS subject_id, 'class' AS kind WHERE a.class_id IS NOT NULL AND a.subject_kind <> 'claim'
  UNION SELECT a.subject_id::uuid, 'claim' WHERE a.subject_kind = 'claim'
  UNION SELECT (a.evidence ->> 'preJob')::uuid, 'claim' WHERE a.evidence ->> 'preJob' IS NOT NULL
  UNION SELECT t.value::uuid, 'class' FROM jsonb_array_elements_text(CASE WHEN a.subject_kind = 'organisation' THEN a.evidence -> 'classes' END) t
  UNION SELECT t.value::uuid, 'person' FROM jsonb_array_elements_text(CASE WHEN a.subject_kind = 'account' THEN a.evidence -> 'people' END) t
  UNION SELECT t.value::uuid, 'organisation' FROM jsonb_array_elements_text(CASE WHEN a.subject_kind = 'account' THEN a.evidence -> 'organisations' END) t) s
ON CONFLICT DO NOTHING;
