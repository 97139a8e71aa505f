-- Days of an allowance that were put right to absent: which ones are asked back, and when their money came back. From then on such a day
-- is free again: if the mark is put right once more, it is paid as a follow-up. Until then, and where the demand was withdrawn or
-- written off, the money for it is with the learner and the day stays taken.
ALTER TABLE claim_cancellation ADD COLUMN less_days date[], ADD COLUMN returned_at timestamptz, ADD COLUMN given_up_at timestamptz;
UPDATE claim_cancellation SET less_days = (
  SELECT array_agg(m[1]::date) FROM regexp_matches(split_part(reason, ' 的考勤更正为缺勤', 1), '(\d{4}-\d{2}-\d{2})', 'g') m)
WHERE less_fen > 0;
UPDATE claim_cancellation x SET returned_at = x.decided_at
WHERE x.agreed AND x.less_days IS NOT NULL AND EXISTS (
  SELECT FROM clawback b WHERE b.claim_id = x.claim_id AND b.state = 'repaid' AND b.amount_fen = x.less_fen AND b.demanded_at >= x.decided_at);
UPDATE claim_cancellation x SET given_up_at = x.decided_at
WHERE x.agreed AND x.less_days IS NOT NULL AND x.returned_at IS NULL AND EXISTS (
  SELECT FROM clawback b WHERE b.claim_id = x.claim_id AND b.state IN ('cancelled', 'written-off') AND b.amount_fen = x.less_fen AND b.demanded_at >= x.decided_at);
DELETE FROM benefit_slot s USING claim_cancellation x
WHERE x.claim_id = s.claim_id AND x.returned_at IS NOT NULL AND s.rule = 'allowance-day' AND right(s.key, 10) = ANY (x.less_days::text[]);
ALTER TABLE claim_cancellation ADD CONSTRAINT settled_once CHECK (num_nonnulls(returned_at, given_up_at) <= 1),
  ADD CONSTRAINT settled_is_agreed CHECK (num_nonnulls(returned_at, given_up_at) = 0 OR agreed AND less_days IS NOT NULL);
