-- Claims that are open or successful, by the person or the class that they are for: whether a withdrawn one may be asked for again
-- is looked up for every line of a list of claims.
CREATE INDEX claim_alive ON claim ((coalesce(person_id, class_id)), benefit) WHERE state NOT IN ('declined', 'lapsed', 'withdrawn', 'refused', 'cancelled');
