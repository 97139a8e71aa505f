-- Register of who may be posted ((六)): dangerous and entry-regulated work, the posts of enterprises, who stands on them, the licences behind it.

-- Work that needs a licence, as published lists name it. Dated: a list that changes leaves the earlier days as they were.
CREATE TABLE posting_item (
  code text NOT NULL,
  effective_from date NOT NULL,
  effective_to date CHECK (effective_to > effective_from),
  kind text NOT NULL CHECK (kind IN ('special-operation', 'special-equipment', 'safety-management', 'professional-qualification')),
  category text NOT NULL,
  name text NOT NULL,
  -- Occupation that a certificate of this item is recorded under, and that entry rules name.
  occupation text NOT NULL,
  -- Months after issue or review in which a review is due where none is printed; null: no review.
  review_months int CHECK (review_months > 0),
  office text NOT NULL CHECK (office IN ('emergency', 'market-supervision', 'housing', 'transport', 'human-resources')),
  source text NOT NULL,
  PRIMARY KEY (code, effective_from),
  CONSTRAINT posting_item_one_at_a_time EXCLUDE USING gist (code WITH =, daterange(effective_from, effective_to, '[)') WITH &&)
);
SELECT make_append_only('posting_item');

-- Clocks of the register. A newer row replaces an older one from its day.
CREATE TABLE posting_rule (
  effective_from date PRIMARY KEY,
  amber_days int NOT NULL,
  orange_days int NOT NULL CHECK (orange_days < amber_days),
  warn_days int[] NOT NULL CHECK (cardinality(warn_days) > 0),
  review_hours int NOT NULL,
  retest_months int NOT NULL,
  code_days int NOT NULL CHECK (code_days > 0),
  source text NOT NULL
);
SELECT make_append_only('posting_rule');
INSERT INTO posting_rule VALUES ('2019-01-01', 90, 60, '{90,60,30,7,0}', 8, 6, 30,
  '示例：期满前 60 日内申请复审、复审前培训不少于 8 学时取自特种作业人员安全技术培训考核管理规定；其余天数由本地设定');

INSERT INTO posting_item (code, effective_from, kind, category, name, occupation, review_months, office, source)
SELECT code, '2019-01-01', 'special-operation', category, name, occupation, 36, 'emergency', '特种作业目录（特种作业人员安全技术培训考核管理规定附件）；每 3 年复审 1 次'
FROM (VALUES
  ('electric-low', '电工作业', '低压电工作业', '6-31-01-03'), ('electric-high', '电工作业', '高压电工作业', '6-31-01-03'),
  ('electric-cable', '电工作业', '电力电缆作业', '6-31-01-03'), ('electric-relay', '电工作业', '继电保护作业', '6-31-01-03'),
  ('electric-test', '电工作业', '电气试验作业', '6-31-01-03'), ('electric-explosion', '电工作业', '防爆电气作业', '6-31-01-03'),
  ('weld-fusion', '焊接与热切割作业', '熔化焊接与热切割作业', '6-18-02-04'), ('weld-pressure', '焊接与热切割作业', '压力焊作业', '6-18-02-04'),
  ('weld-braze', '焊接与热切割作业', '钎焊作业', '6-18-02-04'),
  ('height-scaffold', '高处作业', '登高架设作业', '6-29-01-05'), ('height-install', '高处作业', '高处安装、维护、拆除作业', '6-29-01-05'),
  ('cold-run', '制冷与空调作业', '制冷与空调设备运行操作作业', '6-31-01-02'), ('cold-install', '制冷与空调作业', '制冷与空调设备安装修理作业', '6-31-01-02')
) AS listed (code, category, name, occupation);
INSERT INTO posting_item (code, effective_from, kind, category, name, occupation, review_months, office, source)
SELECT code, '2019-06-01', 'special-equipment', category, name, occupation, NULL, 'market-supervision', '特种设备作业人员资格认定分类与项目（2019 年第 3 号公告）；证书印有有效期'
FROM (VALUES
  ('N1', '场（厂）内专用机动车辆作业', '叉车司机', '6-30-05-01'), ('N2', '场（厂）内专用机动车辆作业', '观光车和观光列车司机', '6-30-05-01'),
  ('Q1', '起重机作业', '起重机指挥', '6-30-05-01'), ('Q2', '起重机作业', '起重机司机', '6-30-05-01'),
  ('G1', '锅炉作业', '工业锅炉司炉', '6-28-01-14'), ('T', '电梯作业', '电梯修理', '6-29-03-03'), ('R1', '压力容器作业', '快开门式压力容器操作', '6-28-01-14')
) AS listed (code, category, name, occupation);

-- A post of an enterprise and the licence it needs; null: none is needed.
CREATE TABLE post (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  workplace text NOT NULL CHECK (length(workplace) BETWEEN 1 AND 60),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  town text NOT NULL,
  item text,
  since date NOT NULL,
  closed_on date CHECK (closed_on >= since),
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX post_once ON post (organisation_id, workplace, name) WHERE closed_on IS NULL;
CREATE INDEX post_town ON post (town text_pattern_ops, id);
CREATE INDEX post_organisation ON post (organisation_id);

-- Somebody stands on a post. It ends; it is never taken back, so that days without a licence stay on the record.
CREATE TABLE posting (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  post_id uuid NOT NULL REFERENCES post,
  person_id uuid NOT NULL REFERENCES person,
  from_on date NOT NULL,
  to_on date CHECK (to_on >= from_on),
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz,
  CHECK ((to_on IS NULL) = (ended_at IS NULL)),
  CONSTRAINT posting_once EXCLUDE USING gist (post_id WITH =, person_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
);
CREATE INDEX posting_post ON posting (post_id, from_on);
CREATE INDEX posting_person ON posting (person_id);
CREATE FUNCTION posting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.to_on IS NOT NULL OR (NEW.post_id, NEW.person_id, NEW.from_on) IS DISTINCT FROM (OLD.post_id, OLD.person_id, OLD.from_on) THEN
    RAISE EXCEPTION 'posting % stays as it was', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'posting_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON posting FOR EACH ROW EXECUTE FUNCTION posting_stays();
REVOKE DELETE, TRUNCATE ON posting, post FROM jinengtong_app;

INSERT INTO state_transition VALUES
  ('work-licence', '', 'entered'), ('work-licence', 'entered', 'verified'), ('work-licence', 'entered', 'rejected');

-- A licence, or one review of it, as printed; the bureau verifies it against the national query and keeps when and with which proof.
CREATE TABLE work_licence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL REFERENCES organisation,
  item text NOT NULL,
  serial text NOT NULL,
  issuer_name text NOT NULL,
  first_issued_on date NOT NULL,
  issued_on date NOT NULL CHECK (issued_on >= first_issued_on),
  valid_to date NOT NULL CHECK (valid_to >= issued_on),
  reviewed_on date CHECK (reviewed_on >= issued_on),
  next_review_on date CHECK (next_review_on > issued_on),
  evidence_file_id uuid REFERENCES stored_file,
  state text NOT NULL DEFAULT 'entered',
  certificate_id uuid REFERENCES certificate,
  queried_on date,
  query_note text,
  query_file_id uuid REFERENCES stored_file,
  entered_by uuid NOT NULL REFERENCES account,
  entered_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  CONSTRAINT licence_verified_by_another CHECK (decided_by <> entered_by),
  CHECK (decided_at IS NULL OR (decided_by IS NOT NULL AND queried_on IS NOT NULL AND (state = 'rejected' OR certificate_id IS NOT NULL)))
);
CREATE UNIQUE INDEX work_licence_once ON work_licence (person_id, item, issued_on, coalesce(reviewed_on, issued_on)) WHERE state <> 'rejected';
CREATE INDEX work_licence_person ON work_licence (person_id, item);
CREATE INDEX work_licence_organisation ON work_licence (organisation_id);
CREATE INDEX work_licence_certificate ON work_licence (certificate_id);
CREATE INDEX work_licence_waiting ON work_licence (entered_at, id) WHERE state = 'entered';
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON work_licence FOR EACH ROW EXECUTE FUNCTION enforce_transition('work-licence');

-- Warnings that were sent: a day that was missed is caught up, none is sent twice.
CREATE TABLE posting_warning (
  posting_id uuid NOT NULL REFERENCES posting,
  due_on date NOT NULL,
  days int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (posting_id, due_on, days)
);
SELECT make_append_only('posting_warning');
CREATE TABLE posting_digest (recipient text NOT NULL, week date NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (recipient, week));
SELECT make_append_only('posting_digest');

-- A code shown at a gate, checked there; those checked without network arrive later.
CREATE TABLE gate_check (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  licence_id uuid NOT NULL REFERENCES work_licence,
  checked_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  colour text NOT NULL CHECK (colour IN ('green', 'amber', 'orange', 'red')),
  account_id uuid REFERENCES account,
  CONSTRAINT gate_check_once UNIQUE (licence_id, checked_at)
);
SELECT make_append_only('gate_check');

INSERT INTO state_transition VALUES
  ('review-class', '', 'proposed'), ('review-class', 'proposed', 'taken'), ('review-class', 'proposed', 'withdrawn');

-- An enterprise proposes a class for those whose review comes due; a school takes it.
CREATE TABLE review_class (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  item text NOT NULL,
  person_ids uuid[] NOT NULL CHECK (cardinality(person_ids) BETWEEN 1 AND 200),
  hours int NOT NULL CHECK (hours > 0),
  wanted_on date NOT NULL,
  note text,
  state text NOT NULL DEFAULT 'proposed',
  proposed_by uuid NOT NULL REFERENCES account,
  proposed_at timestamptz NOT NULL,
  taken_by_organisation uuid REFERENCES organisation,
  answered_by uuid REFERENCES account,
  answered_at timestamptz,
  CHECK (state <> 'taken' OR taken_by_organisation IS NOT NULL)
);
CREATE UNIQUE INDEX review_class_once ON review_class (organisation_id, item) WHERE state = 'proposed';
CREATE INDEX review_class_proposed ON review_class (proposed_at, id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON review_class FOR EACH ROW EXECUTE FUNCTION enforce_transition('review-class');
