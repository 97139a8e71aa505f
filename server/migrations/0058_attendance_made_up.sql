-- A session's marks are made up from its signed sheet as a change of the class; after the class has ended it takes effect on approval only.
ALTER TABLE class_change DROP CONSTRAINT class_change_kind_check;
ALTER TABLE class_change ADD CONSTRAINT class_change_kind_check CHECK (kind IN ('timetable', 'joiner', 'attendance'));
ALTER TABLE class_change DROP CONSTRAINT class_change_check;
ALTER TABLE class_change ADD CONSTRAINT change_decided_by_another CHECK (decided_by IS NULL OR decided_by <> submitted_by);
