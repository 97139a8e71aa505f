-- What pages look for in large tables is found by an index. Officers' accounts are few among those of all learners.
CREATE INDEX account_of_officers ON account (username) WHERE role <> 'learner';
CREATE INDEX account_organisation ON account (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX payee_account_of_organisation ON payee_account (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX message_outbox_texts ON message_outbox (id) WHERE channel = 'sms';
CREATE INDEX message_outbox_texts_waiting ON message_outbox (id) WHERE channel = 'sms' AND sent_at IS NULL;
CREATE INDEX exam_result_exam ON exam_result (exam_id);
CREATE INDEX certificate_class ON certificate (class_id, issued_on, serial) WHERE class_id IS NOT NULL;
CREATE INDEX certificate_kind ON certificate (kind, issued_on, serial);
-- Queues of one state, what is due first first; decisions that grant nothing are few.
CREATE INDEX claim_state_in_order ON claim (state, (coalesce(due_on, '9999-12-31'::date)), number);
CREATE INDEX claim_decision_not_granted ON claim_decision (outcome, claim_id) WHERE outcome <> 'granted';
CREATE INDEX payment_returned ON payment (claim_id) WHERE state = 'returned';
CREATE INDEX payment_settled ON payment (settled_on) WHERE state = 'paid';
CREATE INDEX ledger_entry_source_day ON ledger_entry (source_id, posted_on, seq);
CREATE INDEX claim_enrolment ON claim (enrolment_id) WHERE enrolment_id IS NOT NULL;
