-- Search by whole pinyin: names in the order of their sounds, and first letters of classes and organisations.
CREATE INDEX person_by_sound ON person (name COLLATE chinese_names);
CREATE INDEX training_class_initials ON training_class (pinyin_initials(name) text_pattern_ops);
CREATE INDEX organisation_initials ON organisation (pinyin_initials(name) text_pattern_ops);
