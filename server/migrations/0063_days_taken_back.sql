-- Days of a granted allowance put right to absent: what they were granted for is taken back by two people, like the whole of a claim.
-- Fen that were granted too much; null: all of it. 0: the days were put right again since, nothing is due.
ALTER TABLE claim_cancellation ADD COLUMN less_fen bigint CHECK (less_fen >= 0);
