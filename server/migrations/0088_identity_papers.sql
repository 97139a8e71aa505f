-- People who hold no number of eighteen characters but may be trained: a passport, or the residence card before 2023. Their numbers don't tell
-- birth and sex, which an officer reads from the paper.
ALTER TABLE person ADD id_kind text NOT NULL DEFAULT 'citizen' CHECK (id_kind IN ('citizen', 'residence-card', 'passport'));
ALTER TABLE person ADD nationality text CHECK (nationality ~ '^[A-Z]{3}$');
ALTER TABLE person ADD CONSTRAINT person_nationality_of_other_papers CHECK ((id_kind = 'citizen') = (nationality IS NULL));
