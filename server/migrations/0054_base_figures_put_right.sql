-- A base figure that was entered wrongly is put right by a new one of the same day with its reason; the old one stays.
ALTER TABLE base_figure
  ADD COLUMN reason text,
  ADD COLUMN replaced_at timestamptz,
  DROP CONSTRAINT base_figure_pkey;
CREATE UNIQUE INDEX base_figure_once ON base_figure (measure, region, on_date) WHERE replaced_at IS NULL;
