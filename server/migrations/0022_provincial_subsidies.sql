-- What the province granted (省高技能人才紧缺型职业培训补贴) is a fact of another office: 四.4 is never paid beside it.

ALTER TABLE person_fact DROP CONSTRAINT person_fact_kind_check;
ALTER TABLE person_fact ADD CONSTRAINT person_fact_kind_check CHECK (kind IN
  ('employment', 'insurance', 'pension', 'unemployment-benefit', 'degree', 'training-need', 'in-place-of', 'provincial-subsidy'));
ALTER TABLE fact_correction DROP CONSTRAINT fact_correction_about_check;
ALTER TABLE fact_correction ADD CONSTRAINT fact_correction_about_check CHECK (about IN ('name', 'group', 'employment', 'insurance', 'pension',
  'unemployment-benefit', 'degree', 'training-need', 'in-place-of', 'provincial-subsidy'));
