-- Lists and exports of claims read on from a place in this order: without it every page sorts all claims of the county.
CREATE INDEX claim_in_order ON claim ((coalesce(due_on, '9999-12-31'::date)), number);
