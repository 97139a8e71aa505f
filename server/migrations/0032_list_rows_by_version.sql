-- The version that decided each learner of a list, so that its reasons stay the same when a later version is published. Rows from before
-- this column whose learner never became a claim have none: they were decided by their programme's first version.
ALTER TABLE subsidy_list_row ADD COLUMN policy_digest text;

UPDATE subsidy_list_row r SET policy_digest = d.policy_digest
FROM claim c JOIN claim_decision d ON d.claim_id = c.id AND d.version = 1
WHERE c.subsidy_list_id = r.list_id AND c.enrolment_id = r.enrolment_id;
