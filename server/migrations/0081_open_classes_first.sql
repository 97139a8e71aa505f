-- A public search reads the classes that are open, not all that ever were.
CREATE INDEX training_class_open ON training_class (starts_on) WHERE state IN ('approved', 'running');
-- Evening begins at 17:00: a class without a session by day is an evening class, one without a working day a weekend class.
CREATE INDEX class_session_by_day ON class_session (class_id)
  WHERE NOT cancelled AND (starts_at AT TIME ZONE 'Asia/Shanghai')::time < '17:00';
CREATE INDEX class_session_working_day ON class_session (class_id)
  WHERE NOT cancelled AND extract(isodow FROM starts_at AT TIME ZONE 'Asia/Shanghai') < 6;
CREATE INDEX class_session_working_hours ON class_session (class_id)
  WHERE NOT cancelled AND (starts_at AT TIME ZONE 'Asia/Shanghai')::time < '17:00'
    AND extract(isodow FROM starts_at AT TIME ZONE 'Asia/Shanghai') < 6;
