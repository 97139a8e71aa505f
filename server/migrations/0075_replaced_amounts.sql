-- A mistyped amount is replaced from its own first day on: its row stays, and says which one took its place.
ALTER TABLE policy_parameter DROP CONSTRAINT policy_parameter_state_check,
  ADD CHECK (state IN ('proposed', 'in-force', 'withdrawn', 'replaced')),
  ADD COLUMN replaced_by bigint REFERENCES policy_parameter,
  ADD CONSTRAINT replaced_parameter_names_its_successor CHECK ((state = 'replaced') = (replaced_by IS NOT NULL));
COMMENT ON COLUMN policy_parameter.replaced_by IS 'the value confirmed for the same first day; decisions made before keep this one in their stored case';
CREATE INDEX policy_parameter_replaced ON policy_parameter (replaced_by) WHERE replaced_by IS NOT NULL;

-- One document number, one round, unless the officer says that a document is publicised in several.
ALTER TABLE publicity_round ADD COLUMN document_shared boolean NOT NULL DEFAULT false;
ALTER TABLE publicity_round DISABLE TRIGGER append_only;
UPDATE publicity_round r SET document_shared = true
WHERE EXISTS (SELECT FROM publicity_round o WHERE o.document = r.document AND (o.year, o.number) < (r.year, r.number));
ALTER TABLE publicity_round ENABLE TRIGGER append_only;
CREATE UNIQUE INDEX publicity_round_document ON publicity_round (document) WHERE document IS NOT NULL AND NOT document_shared;
