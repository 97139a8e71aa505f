-- 特级技师 and 首席技师 ((十八)): grades of their own that an enterprise evaluates, publicises and reports; never one of the five levels.
INSERT INTO state_transition VALUES
  ('master-scheme', '', 'filed'), ('master-scheme', 'filed', 'accepted'), ('master-scheme', 'filed', 'returned'), ('master-scheme', 'accepted', 'ended'),
  ('master-appointment', '', 'publicised'), ('master-appointment', 'publicised', 'dropped'), ('master-appointment', 'publicised', 'listed'),
  ('master-appointment', 'listed', 'ended');

CREATE TABLE master_scheme (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  title text NOT NULL CHECK (length(title) BETWEEN 2 AND 60),
  special_places int NOT NULL CHECK (special_places BETWEEN 0 AND 500),
  chief_places int NOT NULL CHECK (chief_places BETWEEN 0 AND 100),
  conditions text NOT NULL CHECK (length(conditions) BETWEEN 4 AND 1000),
  pay text NOT NULL CHECK (length(pay) BETWEEN 2 AND 500),
  state text NOT NULL DEFAULT 'filed',
  filed_by uuid NOT NULL REFERENCES account,
  filed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  reason text,
  CONSTRAINT master_scheme_decided_by_another CHECK (decided_by <> filed_by),
  CHECK (special_places + chief_places > 0)
);
CREATE UNIQUE INDEX master_scheme_once ON master_scheme (organisation_id) WHERE state IN ('filed', 'accepted');
CREATE INDEX master_scheme_filed ON master_scheme (filed_at, id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON master_scheme FOR EACH ROW EXECUTE FUNCTION enforce_transition('master-scheme');

CREATE TABLE master_appointment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  scheme_id uuid NOT NULL REFERENCES master_scheme,
  person_id uuid NOT NULL REFERENCES person,
  grade text NOT NULL CHECK (grade IN ('special', 'chief')),
  trade text NOT NULL CHECK (length(trade) BETWEEN 2 AND 40),
  panel text[] NOT NULL CHECK (cardinality(panel) >= 3),
  score numeric(5,2) NOT NULL CHECK (score BETWEEN 0 AND 100),
  publicised_from date NOT NULL,
  publicised_to date NOT NULL CHECK (publicised_to >= publicised_from),
  from_on date,
  to_on date CHECK (to_on >= from_on),
  filing_number text,
  certificate_number text CONSTRAINT master_certificate_number CHECK (certificate_number ~ '^[A-Z]{2}\d{20}$'),
  state text NOT NULL DEFAULT 'publicised',
  appointed_by uuid NOT NULL REFERENCES account,
  appointed_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  reason text,
  CONSTRAINT master_listed_by_another CHECK (state = 'dropped' OR decided_by <> appointed_by)
);
CREATE UNIQUE INDEX master_appointment_once ON master_appointment (person_id, grade) WHERE state IN ('publicised', 'listed');
CREATE UNIQUE INDEX master_certificate_once ON master_appointment (certificate_number);
CREATE INDEX master_appointment_scheme ON master_appointment (scheme_id);
CREATE INDEX master_appointment_newest ON master_appointment (appointed_at DESC, id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON master_appointment FOR EACH ROW EXECUTE FUNCTION enforce_transition('master-appointment');

-- Places of a grade are counted under a lock of the scheme.
CREATE FUNCTION master_has_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found master_scheme;
  places int;
BEGIN
  SELECT * INTO found FROM master_scheme WHERE id = NEW.scheme_id FOR NO KEY UPDATE;
  IF found.state <> 'accepted' THEN
    RAISE EXCEPTION 'scheme % is not accepted', found.id USING ERRCODE = '23514', CONSTRAINT = 'master_scheme_accepted';
  END IF;
  places := CASE NEW.grade WHEN 'special' THEN found.special_places ELSE found.chief_places END;
  IF (SELECT count(*) FROM master_appointment WHERE scheme_id = NEW.scheme_id AND grade = NEW.grade AND state IN ('publicised', 'listed')) >= places THEN
    RAISE EXCEPTION 'scheme % has no place left', found.id USING ERRCODE = '23514', CONSTRAINT = 'master_places';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places BEFORE INSERT ON master_appointment FOR EACH ROW EXECUTE FUNCTION master_has_place();

-- Steps that follow a certificate: the next level, or a title of engineers. Dated, with the text they rest on.
CREATE TABLE career_step (
  id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date CHECK (effective_to > effective_from),
  from_level int NOT NULL CHECK (from_level BETWEEN 1 AND 5),
  to_level int CHECK (to_level BETWEEN 1 AND 4),
  title text NOT NULL,
  years int NOT NULL CHECK (years >= 0),
  conditions text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (id, effective_from),
  CHECK (to_level IS NULL OR to_level < from_level)
);
SELECT make_append_only('career_step');
INSERT INTO career_step (id, effective_from, from_level, to_level, title, years, conditions, source) VALUES
  ('level-4', '2019-01-01', 5, 4, '四级/中级工', 4, '取得五级后从事本职业累计满 4 年', '示例：国家职业技能标准编制技术规程（2018 年版）通用申报条件；各职业以国家标准为准'),
  ('level-3', '2019-01-01', 4, 3, '三级/高级工', 5, '取得四级后从事本职业累计满 5 年', '示例：国家职业技能标准编制技术规程（2018 年版）通用申报条件；各职业以国家标准为准'),
  ('level-2', '2019-01-01', 3, 2, '二级/技师', 4, '取得三级后从事本职业累计满 4 年', '示例：国家职业技能标准编制技术规程（2018 年版）通用申报条件；各职业以国家标准为准'),
  ('level-1', '2019-01-01', 2, 1, '一级/高级技师', 4, '取得二级后从事本职业累计满 4 年', '示例：国家职业技能标准编制技术规程（2018 年版）通用申报条件；各职业以国家标准为准'),
  ('assistant-engineer', '2019-01-01', 3, NULL, '助理工程师', 2, '取得高级工后从事技术技能工作满 2 年', '示例：关于在工程技术领域实现高技能人才与工程技术人才职业发展贯通的意见（2018）；年限由本地公布'),
  ('engineer', '2019-01-01', 2, NULL, '工程师', 3, '取得技师后从事技术技能工作满 3 年', '示例：关于在工程技术领域实现高技能人才与工程技术人才职业发展贯通的意见（2018）；年限由本地公布'),
  ('senior-engineer', '2019-01-01', 1, NULL, '高级工程师', 4, '取得高级技师后从事技术技能工作满 4 年', '示例：关于在工程技术领域实现高技能人才与工程技术人才职业发展贯通的意见（2018）；年限由本地公布');

-- Entry occupations: work that may only be done with a professional qualification. Such a certificate has no end.
INSERT INTO posting_item (code, effective_from, kind, category, name, occupation, review_months, office, source) VALUES
  ('entry-guard', '2019-01-01', 'professional-qualification', '准入类职业', '保安员', '4-07-05-01', NULL, 'human-resources', '国家职业资格目录（准入类）'),
  ('entry-fire-facility', '2019-01-01', 'professional-qualification', '准入类职业', '消防设施操作员', '4-07-05-04', NULL, 'human-resources', '国家职业资格目录（准入类）');
ALTER TABLE work_licence ALTER valid_to DROP NOT NULL;
