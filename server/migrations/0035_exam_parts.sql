-- Results as they are marked: scores with two decimals, theory and skill apart.
ALTER TABLE exam_result
  ALTER COLUMN score TYPE numeric(5,2),
  ADD COLUMN theory numeric(5,2) CHECK (theory BETWEEN 0 AND 100),
  ADD COLUMN skill numeric(5,2) CHECK (skill BETWEEN 0 AND 100),
  ADD CONSTRAINT exam_result_parts CHECK (NOT absent OR (theory IS NULL AND skill IS NULL));
