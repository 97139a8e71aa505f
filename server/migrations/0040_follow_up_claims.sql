-- A claim that pays what became due after an earlier claim for the same training was decided (a day put right later): one such claim for
-- each claim before it, so that no correction is paid twice.
ALTER TABLE claim ADD COLUMN follows_id uuid REFERENCES claim;
DROP INDEX claim_certificate_once;
DROP INDEX claim_enrolment_once;
CREATE UNIQUE INDEX claim_certificate_once ON claim (certificate_id, benefit, coalesce(follows_id, '00000000-0000-0000-0000-000000000000'))
  WHERE certificate_id IS NOT NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
CREATE UNIQUE INDEX claim_enrolment_once ON claim (enrolment_id, benefit, coalesce(follows_id, '00000000-0000-0000-0000-000000000000'))
  WHERE enrolment_id IS NOT NULL AND state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
