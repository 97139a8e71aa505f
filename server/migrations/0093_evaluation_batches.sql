-- Evaluation in supervised batches: the regulator sees a batch before it runs.

-- Days by which something is due, of any module: counted in office days, reminded of before and after, listed when overdue.
CREATE TABLE due_day (
  kind text NOT NULL,
  subject uuid NOT NULL,
  node text NOT NULL,
  title text NOT NULL,
  region text NOT NULL,
  organisation_id uuid REFERENCES organisation,
  due_on date NOT NULL,
  met_on date,
  skipped_because text CHECK (length(skipped_because) >= 2),
  PRIMARY KEY (kind, subject, node),
  CHECK (met_on IS NULL OR skipped_because IS NULL)
);
CREATE INDEX due_day_open ON due_day (kind, due_on) WHERE met_on IS NULL AND skipped_because IS NULL;
CREATE INDEX due_day_organisation ON due_day (organisation_id);

-- Numbers of the evaluation rules, each from a day and with its source. Region '' holds where a county set none.
CREATE TABLE evaluation_rule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  region text NOT NULL,
  name text NOT NULL,
  occupation text,
  value int NOT NULL CHECK (value BETWEEN -400 AND 10000),
  effective_from date NOT NULL,
  source text NOT NULL CHECK (length(source) >= 2),
  set_by uuid REFERENCES account,
  set_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  agreed boolean,
  CONSTRAINT evaluation_rule_decided_by_another CHECK (set_by IS NULL OR decided_by IS DISTINCT FROM set_by)
);
CREATE INDEX evaluation_rule_name ON evaluation_rule (name, effective_from DESC);
INSERT INTO evaluation_rule (region, name, value, effective_from, source, agreed) VALUES
  ('', 'min-examiners', 3, '2018-01-01', '国家职业技能标准编制技术规程：考评人员 3 人以上单数', true),
  ('', 'odd-panel', 1, '2018-01-01', '国家职业技能标准编制技术规程：考评人员 3 人以上单数', true),
  ('', 'score-sheets', 2, '2018-01-01', '考评人员独立评分的要求（默认值，请本县核定）', true),
  ('', 'batches-running', 3, '2018-01-01', '考评人员轮换：在同一机构连续不超过三次（默认值，请本县核定）', true),
  ('', 'new-share', 50, '2018-01-01', '考评人员轮换：每次轮换不少于一半（默认值，请本县核定）', true),
  ('', 'senior-from-level', 2, '2018-01-01', '二级、一级由高级考评员考评（默认值，请本县核定）', true),
  ('', 'room-invigilators', 2, '2018-01-01', '国家职业技能标准编制技术规程：每个标准教室不少于 2 名监考', true),
  ('', 'heads-per-invigilator', 15, '2018-01-01', '国家职业技能标准编制技术规程：监考与考生 1∶15', true),
  ('', 'heads-per-examiner', 10, '2018-01-01', '国家职业技能标准编制技术规程：考评人员与考生 1∶5 至 1∶10，按职业核定', true),
  ('', 'pass-score', 60, '2018-01-01', '国家职业技能标准：各科均达 60 分（含）以上为合格', true),
  ('', 'make-up-days', 365, '2018-01-01', '不合格科目补考的期限（默认值，请本县核定）', true),
  ('', 'publicity-days', 5, '2018-01-01', '成绩公示不少于 5 个工作日（默认值，请本县核定）', true),
  ('', 'least-age', 16, '2018-01-01', '国家职业技能标准：年满 16 周岁', true),
  ('', 'lease-months', 12, '2018-01-01', '租用场地一年以上（默认值，请本县核定）', true),
  ('', 'filing-years', 3, '2018-01-01', '备案有效期三年（默认值，请本县核定）', true),
  ('', 'open-minutes', 30, '2018-01-01', '试卷开考前 30 分钟内启封（默认值，请本县核定）', true),
  ('', 'node-plan', -10, '2018-01-01', '认定工作节点：计划在考前 10 个工作日（默认值，请本县核定）', true),
  ('', 'node-registration', -7, '2018-01-01', '认定工作节点：报名在考前 7 个工作日（默认值，请本县核定）', true),
  ('', 'node-rooms', -5, '2018-01-01', '认定工作节点：考场在考前 5 个工作日（默认值，请本县核定）', true),
  ('', 'node-staff', -5, '2018-01-01', '认定工作节点：派员在考前 5 个工作日（默认值，请本县核定）', true),
  ('', 'node-scores', 3, '2018-01-01', '认定工作节点：成绩在考后 3 个工作日（默认值，请本县核定）', true),
  ('', 'node-publicity', 5, '2018-01-01', '认定工作节点：公示在考后 5 个工作日起（默认值，请本县核定）', true),
  ('', 'node-certificates', 10, '2018-01-01', '认定工作节点：发证在考后 10 个工作日（默认值，请本县核定）', true),
  ('', 'node-close', 10, '2018-01-01', '认定工作节点：归档在考后 10 个工作日（默认值，请本县核定）', true);

-- Conditions under which somebody may apply for a level. Occupations' own standards may say more; the checker sees the proof.
CREATE TABLE evaluation_condition (
  code text PRIMARY KEY,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  text text NOT NULL,
  work_years int NOT NULL DEFAULT 0 CHECK (work_years BETWEEN 0 AND 40),
  lower_level int CHECK (lower_level = level + 1),
  lower_years int NOT NULL DEFAULT 0 CHECK (lower_years BETWEEN 0 AND 40),
  needs_proof boolean NOT NULL DEFAULT false,
  effective_from date NOT NULL,
  effective_to date,
  source text NOT NULL
);
INSERT INTO evaluation_condition (code, level, text, work_years, lower_level, lower_years, needs_proof, effective_from, source) VALUES
  ('5-entry', 5, '年满 16 周岁，拟从事本职业或相关职业', 0, NULL, 0, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('5-work', 5, '从事本职业或相关职业工作满 1 年', 1, NULL, 0, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('4-lower', 4, '取得五级证书后从事本职业满 3 年', 3, 5, 3, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('4-work', 4, '从事本职业或相关职业工作满 5 年', 5, NULL, 0, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('4-school', 4, '中等职业学校或技工学校本专业毕业', 0, NULL, 0, true, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('3-lower', 3, '取得四级证书后从事本职业满 4 年', 4, 4, 4, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('3-work', 3, '从事本职业或相关职业工作满 10 年', 10, NULL, 0, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('2-lower', 2, '取得三级证书后从事本职业满 5 年', 5, 3, 5, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）'),
  ('1-lower', 1, '取得二级证书后从事本职业满 5 年', 5, 2, 5, false, '2018-01-01', '国家职业技能标准编制技术规程（默认值，按各职业标准核定）');

-- Filing of an evaluation body (备案): occupation × level × site, for a term.
INSERT INTO state_transition VALUES
  ('evaluation-filing', '', 'submitted'), ('evaluation-filing', 'submitted', 'approved'), ('evaluation-filing', 'submitted', 'returned'),
  ('evaluation-filing', 'approved', 'ended');
CREATE TABLE evaluation_site (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  code text NOT NULL CHECK (code ~ '^\d{6}$'),
  name text NOT NULL,
  address text NOT NULL,
  tenure text NOT NULL CHECK (tenure IN ('own', 'rented')),
  leased_from date,
  leased_to date,
  video boolean NOT NULL,
  added_by uuid REFERENCES account,
  added_at timestamptz NOT NULL,
  CONSTRAINT evaluation_site_code UNIQUE (organisation_id, code),
  CHECK (tenure = 'own' OR leased_to > leased_from)
);
CREATE TABLE evaluation_room (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  site_id uuid NOT NULL REFERENCES evaluation_site,
  name text NOT NULL,
  seats int NOT NULL CHECK (seats BETWEEN 1 AND 500),
  stations int NOT NULL CHECK (stations BETWEEN 0 AND 500),
  CONSTRAINT evaluation_room_name UNIQUE (site_id, name)
);
CREATE TABLE evaluation_filing (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  number text NOT NULL CONSTRAINT evaluation_filing_number UNIQUE,
  kind text NOT NULL CHECK (kind IN ('employer', 'social-body')),
  institution_code text NOT NULL CHECK (institution_code ~ '^\d{4}$'),
  province_code text NOT NULL CHECK (province_code ~ '^\d{2}$'),
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  region text NOT NULL,
  charges text NOT NULL,
  state text NOT NULL DEFAULT 'submitted',
  submitted_by uuid REFERENCES account,
  submitted_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  decision_reason text,
  CONSTRAINT evaluation_filing_by_another CHECK (submitted_by IS NULL OR decided_by IS DISTINCT FROM submitted_by),
  -- Two bodies under one code would number two certificates alike.
  CONSTRAINT evaluation_code_of_one_body EXCLUDE USING gist (institution_code WITH =, kind WITH =, organisation_id WITH <>) WHERE (state IN ('submitted', 'approved'))
);
CREATE INDEX evaluation_filing_organisation ON evaluation_filing (organisation_id, valid_to);
CREATE INDEX evaluation_filing_state ON evaluation_filing (state, submitted_at);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON evaluation_filing FOR EACH ROW EXECUTE FUNCTION enforce_transition('evaluation-filing');
CREATE TABLE evaluation_filing_item (
  filing_id uuid NOT NULL REFERENCES evaluation_filing,
  site_id uuid NOT NULL REFERENCES evaluation_site,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  charge_fen int NOT NULL CHECK (charge_fen BETWEEN 0 AND 1000000),
  PRIMARY KEY (filing_id, site_id, occupation, level)
);
CREATE INDEX evaluation_filing_item_site ON evaluation_filing_item (site_id);
SELECT make_append_only('evaluation_filing_item');

-- Register of examiners, invigilators and supervisors. Without an organisation: sent by the bureau.
INSERT INTO state_transition VALUES
  ('evaluation-staff', '', 'registered'), ('evaluation-staff', 'registered', 'confirmed'), ('evaluation-staff', 'registered', 'rejected'),
  ('evaluation-staff', 'confirmed', 'removed');
CREATE TABLE evaluation_staff (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid REFERENCES organisation,
  region text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('examiner', 'senior-examiner', 'invigilator', 'exam-officer', 'internal-supervisor', 'external-supervisor')),
  certificate_number text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  occupations text[] NOT NULL,
  highest_level int NOT NULL CHECK (highest_level BETWEEN 1 AND 5),
  state text NOT NULL DEFAULT 'registered',
  registered_by uuid REFERENCES account,
  registered_at timestamptz NOT NULL,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  decision_reason text,
  CONSTRAINT evaluation_staff_decided_by_another CHECK (registered_by IS NULL OR decided_by IS DISTINCT FROM registered_by),
  CHECK ((kind = 'external-supervisor') = (organisation_id IS NULL))
);
CREATE UNIQUE INDEX evaluation_staff_once ON evaluation_staff (person_id, kind) WHERE state IN ('registered', 'confirmed');
CREATE INDEX evaluation_staff_organisation ON evaluation_staff (organisation_id);
CREATE INDEX evaluation_staff_state ON evaluation_staff (state, registered_at);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON evaluation_staff FOR EACH ROW EXECUTE FUNCTION enforce_transition('evaluation-staff');
CREATE TABLE evaluation_staff_training (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES evaluation_staff,
  on_day date NOT NULL,
  hours int NOT NULL CHECK (hours BETWEEN 1 AND 400),
  subject text NOT NULL,
  recorded_by uuid REFERENCES account,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX evaluation_staff_training_staff ON evaluation_staff_training (staff_id);
SELECT make_append_only('evaluation_staff_training');
CREATE TABLE evaluation_staff_year (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES evaluation_staff,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  result text NOT NULL CHECK (result IN ('excellent', 'qualified', 'unqualified')),
  reason text NOT NULL,
  recorded_by uuid REFERENCES account,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX evaluation_staff_year_staff ON evaluation_staff_year (staff_id, year DESC, id DESC);
SELECT make_append_only('evaluation_staff_year');

-- A batch (认定批次): from the plan to the archive.
INSERT INTO state_transition VALUES
  ('evaluation-batch', '', 'draft'), ('evaluation-batch', 'draft', 'pending'), ('evaluation-batch', 'draft', 'cancelled'),
  ('evaluation-batch', 'pending', 'approved'), ('evaluation-batch', 'pending', 'rejected'), ('evaluation-batch', 'pending', 'cancelled'),
  ('evaluation-batch', 'rejected', 'pending'), ('evaluation-batch', 'rejected', 'cancelled'),
  ('evaluation-batch', 'approved', 'published'), ('evaluation-batch', 'approved', 'cancelled'),
  ('evaluation-batch', 'published', 'running'), ('evaluation-batch', 'published', 'cancelled'),
  ('evaluation-batch', 'running', 'held'), ('evaluation-batch', 'running', 'cancelled'),
  ('evaluation-batch', 'held', 'scored'), ('evaluation-batch', 'held', 'cancelled'),
  ('evaluation-batch', 'scored', 'publicised'), ('evaluation-batch', 'scored', 'cancelled'),
  ('evaluation-batch', 'publicised', 'issued'), ('evaluation-batch', 'publicised', 'cancelled'),
  ('evaluation-batch', 'issued', 'archived');
CREATE SEQUENCE evaluation_batch_number;
CREATE TABLE evaluation_batch (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  site_id uuid NOT NULL REFERENCES evaluation_site,
  region text NOT NULL,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  ways text[] NOT NULL CHECK (cardinality(ways) > 0 AND ways <@ ARRAY['theory', 'practice', 'review']),
  exam_on date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  practice_minutes int NOT NULL CHECK (practice_minutes BETWEEN 1 AND 600),
  expected int NOT NULL CHECK (expected BETWEEN 1 AND 2000),
  charge_fen int NOT NULL CHECK (charge_fen BETWEEN 0 AND 1000000),
  notice text NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  started_at timestamptz,
  held_at timestamptz,
  submitted_by uuid REFERENCES account,
  submitted_at timestamptz,
  decided_by uuid REFERENCES account,
  decided_at timestamptz,
  decision_reason text,
  created_by uuid REFERENCES account,
  created_at timestamptz NOT NULL,
  CONSTRAINT evaluation_plan_by_another CHECK (submitted_by IS NULL OR decided_by IS DISTINCT FROM submitted_by)
);
CREATE INDEX evaluation_batch_organisation ON evaluation_batch (organisation_id, exam_on DESC, id);
CREATE INDEX evaluation_batch_day ON evaluation_batch (exam_on DESC, id);
CREATE INDEX evaluation_batch_site ON evaluation_batch (site_id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON evaluation_batch FOR EACH ROW EXECUTE FUNCTION enforce_transition('evaluation-batch');

-- A stopped batch stands still until another officer lets it go on.
CREATE TABLE evaluation_stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  reason text NOT NULL CHECK (length(reason) >= 2),
  stopped_by uuid NOT NULL REFERENCES account,
  stopped_at timestamptz NOT NULL,
  lifted_by uuid REFERENCES account,
  lifted_at timestamptz,
  lift_reason text,
  CONSTRAINT evaluation_stop_lifted_by_another CHECK (lifted_by IS DISTINCT FROM stopped_by)
);
CREATE UNIQUE INDEX evaluation_stop_open ON evaluation_stop (batch_id) WHERE lifted_at IS NULL;
CREATE INDEX evaluation_stop_batch ON evaluation_stop (batch_id);
CREATE FUNCTION refuse_stopped_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NEW.state <> 'cancelled'
    AND EXISTS (SELECT FROM evaluation_stop s WHERE s.batch_id = NEW.id AND s.lifted_at IS NULL) THEN
    RAISE EXCEPTION 'batch % is stopped', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'evaluation_batch_stopped';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stopped BEFORE UPDATE OF state ON evaluation_batch FOR EACH ROW EXECUTE FUNCTION refuse_stopped_batch();
-- Stop and move are serialised: the stop takes the batch's row.
CREATE FUNCTION lock_batch_for_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM evaluation_batch b WHERE b.id = NEW.batch_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER serialised BEFORE INSERT ON evaluation_stop FOR EACH ROW EXECUTE FUNCTION lock_batch_for_stop();

INSERT INTO state_transition VALUES
  ('evaluation-candidate', '', 'entered'), ('evaluation-candidate', 'entered', 'admitted'), ('evaluation-candidate', 'entered', 'refused'),
  ('evaluation-candidate', 'entered', 'withdrawn'), ('evaluation-candidate', 'admitted', 'withdrawn'), ('evaluation-candidate', 'refused', 'entered');
CREATE TABLE evaluation_candidate (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  person_id uuid NOT NULL REFERENCES person,
  enrolment_id uuid REFERENCES enrolment,
  employer text NOT NULL DEFAULT '',
  condition text NOT NULL REFERENCES evaluation_condition,
  work_years int NOT NULL CHECK (work_years BETWEEN 0 AND 60),
  lower_certificate text,
  proof_file_id uuid REFERENCES stored_file,
  photo_file_id uuid REFERENCES stored_file,
  make_up_of uuid REFERENCES evaluation_candidate,
  state text NOT NULL DEFAULT 'entered',
  ticket text,
  checked_by uuid REFERENCES account,
  checked_at timestamptz,
  check_reason text,
  registered_by uuid REFERENCES account,
  registered_at timestamptz NOT NULL,
  CONSTRAINT evaluation_candidate_once UNIQUE (batch_id, person_id),
  CONSTRAINT evaluation_candidate_ticket UNIQUE (batch_id, ticket)
);
CREATE INDEX evaluation_candidate_person ON evaluation_candidate (person_id);
CREATE INDEX evaluation_candidate_make_up ON evaluation_candidate (make_up_of);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON evaluation_candidate FOR EACH ROW EXECUTE FUNCTION enforce_transition('evaluation-candidate');

CREATE TABLE evaluation_room_use (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  subject text NOT NULL CHECK (subject IN ('theory', 'practice', 'review')),
  room_id uuid NOT NULL REFERENCES evaluation_room,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  released boolean NOT NULL DEFAULT false,
  CONSTRAINT evaluation_room_holds_one EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT released)
);
CREATE INDEX evaluation_room_use_batch ON evaluation_room_use (batch_id);
CREATE TABLE evaluation_seat (
  candidate_id uuid NOT NULL REFERENCES evaluation_candidate,
  subject text NOT NULL,
  room_use_id uuid NOT NULL REFERENCES evaluation_room_use,
  seat int NOT NULL CHECK (seat > 0),
  starts_at timestamptz NOT NULL,
  PRIMARY KEY (candidate_id, subject),
  CONSTRAINT evaluation_seat_of_one UNIQUE (room_use_id, seat, starts_at)
);

CREATE TABLE evaluation_assignment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  staff_id uuid NOT NULL REFERENCES evaluation_staff,
  duty text NOT NULL CHECK (duty IN ('examiner', 'invigilator', 'exam-officer', 'internal-supervisor', 'external-supervisor')),
  leader boolean NOT NULL DEFAULT false,
  assigned_by uuid REFERENCES account,
  assigned_at timestamptz NOT NULL,
  removed_at timestamptz,
  present_at timestamptz,
  conflict text,
  conflict_at timestamptz
);
CREATE UNIQUE INDEX evaluation_assignment_once ON evaluation_assignment (batch_id, staff_id) WHERE removed_at IS NULL;
CREATE INDEX evaluation_assignment_staff ON evaluation_assignment (staff_id);

-- Sealed papers: one is drawn for a batch and opened by two.
CREATE TABLE evaluation_paper (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  occupation text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  subject text NOT NULL CHECK (subject IN ('theory', 'practice', 'review')),
  title text NOT NULL,
  source text NOT NULL,
  file_id uuid NOT NULL REFERENCES stored_file,
  digest bytea NOT NULL,
  added_by uuid REFERENCES account,
  added_at timestamptz NOT NULL,
  CONSTRAINT evaluation_paper_once UNIQUE (organisation_id, digest)
);
SELECT make_append_only('evaluation_paper');
CREATE TABLE evaluation_paper_draw (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  subject text NOT NULL,
  paper_id uuid NOT NULL REFERENCES evaluation_paper,
  pool int NOT NULL CHECK (pool > 0),
  drawn_by uuid REFERENCES account,
  drawn_at timestamptz NOT NULL,
  first_by uuid REFERENCES account,
  first_at timestamptz,
  second_by uuid REFERENCES account,
  second_at timestamptz,
  CONSTRAINT evaluation_paper_drawn_once UNIQUE (batch_id, subject),
  CONSTRAINT evaluation_paper_opened_by_two CHECK (second_by IS NULL OR (first_by IS NOT NULL AND second_by <> first_by))
);
CREATE INDEX evaluation_paper_draw_paper ON evaluation_paper_draw (paper_id);

-- One examiner's mark: independent of the others'. A correction is a new row.
CREATE TABLE evaluation_score (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  candidate_id uuid NOT NULL REFERENCES evaluation_candidate,
  subject text NOT NULL CHECK (subject IN ('theory', 'practice', 'review')),
  staff_id uuid NOT NULL REFERENCES evaluation_staff,
  status text NOT NULL CHECK (status IN ('scored', 'absent', 'cheated')),
  score numeric(4,1) CHECK (score BETWEEN 0 AND 100),
  replaces uuid REFERENCES evaluation_score CONSTRAINT evaluation_score_corrected_once UNIQUE,
  reason text,
  via text NOT NULL CHECK (via IN ('phone', 'sheet')),
  recorded_by uuid REFERENCES account,
  recorded_at timestamptz NOT NULL,
  CHECK ((status = 'scored') = (score IS NOT NULL)),
  CHECK ((replaces IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX evaluation_score_first ON evaluation_score (candidate_id, subject, staff_id) WHERE replaces IS NULL;
CREATE INDEX evaluation_score_batch ON evaluation_score (batch_id, recorded_at);
CREATE INDEX evaluation_score_staff ON evaluation_score (staff_id);
SELECT make_append_only('evaluation_score');
CREATE TABLE evaluation_result (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  candidate_id uuid NOT NULL REFERENCES evaluation_candidate,
  theory numeric(4,1),
  practice numeric(4,1),
  review numeric(4,1),
  status text NOT NULL CHECK (status IN ('scored', 'absent', 'cheated')),
  passed boolean NOT NULL,
  replaces uuid REFERENCES evaluation_result CONSTRAINT evaluation_result_corrected_once UNIQUE,
  reason text,
  decided_by uuid REFERENCES account,
  decided_at timestamptz NOT NULL,
  CHECK (NOT passed OR status = 'scored')
);
CREATE UNIQUE INDEX evaluation_result_first ON evaluation_result (candidate_id) WHERE replaces IS NULL;
CREATE INDEX evaluation_result_batch ON evaluation_result (batch_id);
SELECT make_append_only('evaluation_result');

CREATE TABLE evaluation_supervision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  assignment_id uuid NOT NULL REFERENCES evaluation_assignment,
  step text NOT NULL CHECK (step IN ('papers', 'theory', 'practice', 'review', 'scoring')),
  heads int CHECK (heads BETWEEN 0 AND 2000),
  finding text NOT NULL CHECK (length(finding) >= 2),
  grave boolean NOT NULL,
  at timestamptz NOT NULL,
  recorded_by uuid REFERENCES account
);
CREATE INDEX evaluation_supervision_batch ON evaluation_supervision (batch_id, at);
CREATE INDEX evaluation_supervision_assignment ON evaluation_supervision (assignment_id);
SELECT make_append_only('evaluation_supervision');

CREATE TABLE evaluation_publicity (
  batch_id uuid PRIMARY KEY REFERENCES evaluation_batch,
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on > starts_on),
  started_by uuid REFERENCES account,
  started_at timestamptz NOT NULL
);
CREATE INDEX evaluation_publicity_days ON evaluation_publicity (ends_on);
SELECT make_append_only('evaluation_publicity');
INSERT INTO state_transition VALUES
  ('evaluation-objection', '', 'open'), ('evaluation-objection', 'open', 'upheld'), ('evaluation-objection', 'open', 'refused');
CREATE TABLE evaluation_objection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  candidate_id uuid NOT NULL REFERENCES evaluation_candidate,
  text text NOT NULL CHECK (length(text) BETWEEN 4 AND 1000),
  state text NOT NULL DEFAULT 'open',
  raised_by uuid NOT NULL REFERENCES account,
  raised_at timestamptz NOT NULL,
  answer text,
  answered_by uuid REFERENCES account,
  answered_at timestamptz,
  CONSTRAINT evaluation_objection_by_another CHECK (answered_by IS DISTINCT FROM raised_by)
);
CREATE INDEX evaluation_objection_batch ON evaluation_objection (batch_id);
CREATE UNIQUE INDEX evaluation_objection_one_open ON evaluation_objection (candidate_id) WHERE state = 'open';
CREATE INDEX evaluation_objection_candidate ON evaluation_objection (candidate_id);
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON evaluation_objection FOR EACH ROW EXECUTE FUNCTION enforce_transition('evaluation-objection');

-- Certificates of a batch, numbered without a gap for each site, year and level of a body.
CREATE TABLE evaluation_certificate_counter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  site_code text NOT NULL,
  year int NOT NULL,
  level int NOT NULL,
  last int NOT NULL CHECK (last BETWEEN 1 AND 999999),
  PRIMARY KEY (organisation_id, site_code, year, level)
);
CREATE TABLE evaluation_certificate (
  candidate_id uuid PRIMARY KEY REFERENCES evaluation_candidate,
  batch_id uuid NOT NULL REFERENCES evaluation_batch,
  certificate_id uuid NOT NULL UNIQUE REFERENCES certificate
);
CREATE INDEX evaluation_certificate_batch ON evaluation_certificate (batch_id);
SELECT make_append_only('evaluation_certificate');
CREATE TABLE evaluation_upload (
  batch_id uuid PRIMARY KEY REFERENCES evaluation_batch,
  receipt text NOT NULL CONSTRAINT evaluation_upload_receipt UNIQUE,
  uploaded_on date NOT NULL,
  recorded_by uuid REFERENCES account,
  recorded_at timestamptz NOT NULL
);
SELECT make_append_only('evaluation_upload');
CREATE TABLE evaluation_archive (
  batch_id uuid PRIMARY KEY REFERENCES evaluation_batch,
  digest bytea NOT NULL,
  rows int NOT NULL,
  archived_by uuid REFERENCES account,
  archived_at timestamptz NOT NULL
);
SELECT make_append_only('evaluation_archive');

-- What the archive's digest covers stands still from then on.
CREATE FUNCTION refuse_archived_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM evaluation_archive a WHERE a.batch_id = NEW.batch_id) THEN
    RAISE EXCEPTION 'batch % is archived', NEW.batch_id USING ERRCODE = '23514', CONSTRAINT = 'evaluation_batch_archived';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['evaluation_candidate', 'evaluation_assignment', 'evaluation_score', 'evaluation_result', 'evaluation_supervision',
    'evaluation_publicity', 'evaluation_certificate', 'evaluation_upload', 'evaluation_room_use', 'evaluation_paper_draw', 'evaluation_objection'] LOOP
    EXECUTE format('CREATE TRIGGER archived BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_archived_batch()', target);
  END LOOP;
END $$;
