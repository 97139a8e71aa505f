-- An employer's people are found by the employer that their facts name.
CREATE INDEX person_fact_employer ON person_fact ((value ->> 'employer')) WHERE kind = 'employment';
