-- What came up after publicity stops the payment it concerns, up to the bank: an open objection, a cancellation that is asked for, a
-- revoked certificate, a hold. One function says it, for batches, releases and lists alike.

-- A revoked certificate stops the claim until an officer has refused the cancellation that followed it.
CREATE FUNCTION claim_stop(claim uuid, class uuid, person uuid, organisation uuid, certificate uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM objection o WHERE o.claim_id = claim AND o.answered_at IS NULL) THEN 'claim-objected'
    WHEN EXISTS (SELECT FROM claim_cancellation x WHERE x.claim_id = claim AND x.decided_by IS NULL) THEN 'claim-cancellation-open'
    WHEN EXISTS (SELECT FROM certificate_revocation r WHERE r.certificate_id = certificate
                 AND NOT EXISTS (SELECT FROM claim_cancellation x WHERE x.claim_id = claim AND NOT x.agreed AND x.asked_at >= r.revoked_at))
      THEN 'certificate-revoked'
    WHEN standing_hold(claim, class, person, organisation) IS NOT NULL THEN 'claim-held'
  END
$$;

CREATE FUNCTION refuse_stopped_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF claim_stop(NEW.id, NEW.class_id, NEW.person_id, NEW.organisation_id, NEW.certificate_id) IS NOT NULL THEN
    RAISE EXCEPTION 'claim % is stopped', NEW.number USING ERRCODE = '23514', CONSTRAINT = 'claim_not_stopped';
  END IF;
  RETURN NEW;
END $$;
-- After `not_held` by name, so that a hold is still called a hold.
CREATE TRIGGER not_stopped BEFORE UPDATE OF state ON claim FOR EACH ROW
  WHEN (OLD.state = 'payable' AND NEW.state = 'batched') EXECUTE FUNCTION refuse_stopped_claim();

-- Money leaves with the release and the dispatch: both look again at each payment that is still in the batch. Whoever stops a claim
-- at that moment locks it first, so one waits for the other.
CREATE OR REPLACE FUNCTION refuse_held_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stop text;
BEGIN
  PERFORM FROM claim c JOIN payment p ON p.claim_id = c.id WHERE p.batch_id = NEW.id AND p.state = 'batched' ORDER BY c.id FOR SHARE OF c;
  SELECT claim_stop(c.id, c.class_id, c.person_id, c.organisation_id, c.certificate_id) INTO stop
  FROM claim c JOIN payment p ON p.claim_id = c.id
  WHERE p.batch_id = NEW.id AND p.state = 'batched'
    AND claim_stop(c.id, c.class_id, c.person_id, c.organisation_id, c.certificate_id) IS NOT NULL LIMIT 1;
  IF stop IS NOT NULL THEN
    RAISE EXCEPTION 'batch % pays a stopped claim: %', NEW.number, stop USING ERRCODE = '23514',
      CONSTRAINT = CASE stop WHEN 'claim-held' THEN 'claim_not_held' ELSE 'claim_not_stopped' END;
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER not_held ON payment_batch;
CREATE TRIGGER not_held BEFORE UPDATE OF state ON payment_batch FOR EACH ROW
  WHEN ((OLD.state, NEW.state) IN (('submitted', 'released'), ('released', 'sent'))) EXECUTE FUNCTION refuse_held_release();

-- A released batch from which every payment was taken ends without the bank.
INSERT INTO state_transition VALUES ('payment-batch', 'released', 'cancelled');
