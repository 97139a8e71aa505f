-- Exams, results, certificates, credits.

CREATE TABLE exam (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  class_id uuid NOT NULL REFERENCES training_class,
  kind text NOT NULL CHECK (kind IN ('completion', 'evaluation')),
  evaluator_id uuid REFERENCES organisation,
  held_on date NOT NULL,
  pass_score int NOT NULL DEFAULT 60 CHECK (pass_score BETWEEN 1 AND 100),
  examiner_names text[] NOT NULL DEFAULT '{}',
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX exam_class ON exam (class_id);

-- A changed score is a new row that names the old one and why.
CREATE TABLE exam_result (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  exam_id uuid NOT NULL REFERENCES exam,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  score numeric(5,1) NOT NULL CHECK (score BETWEEN 0 AND 100),
  passed boolean NOT NULL,
  replaces uuid UNIQUE REFERENCES exam_result,
  reason text,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (replaces IS NULL OR length(reason) >= 2)
);
CREATE UNIQUE INDEX exam_result_first ON exam_result (exam_id, enrolment_id) WHERE replaces IS NULL;
CREATE INDEX exam_result_enrolment ON exam_result (enrolment_id);
SELECT make_append_only('exam_result');

-- The least share of the timetable a learner must have attended, beside the hours. The policy sets none; a place may.
CREATE TABLE attendance_rule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  region text NOT NULL,
  effective_from date NOT NULL,
  minimum_percent int NOT NULL CHECK (minimum_percent BETWEEN 0 AND 100),
  source text NOT NULL CHECK (length(source) >= 2),
  set_by uuid,
  set_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT attendance_rule_once UNIQUE (region, effective_from)
);
SELECT make_append_only('attendance_rule');

-- Serial numbers run without a gap per institution and year.
CREATE TABLE certificate_counter (
  organisation_id uuid NOT NULL REFERENCES organisation,
  year int NOT NULL,
  last int NOT NULL CHECK (last BETWEEN 1 AND 999999),
  PRIMARY KEY (organisation_id, year)
);

CREATE TABLE certificate (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  serial text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('professional-qualification', 'skill-level', 'special-ability', 'special-operation', 'special-equipment', 'safety-management', 'completion')),
  person_id uuid NOT NULL REFERENCES person,
  holder_name text NOT NULL,
  class_id uuid REFERENCES training_class,
  enrolment_id uuid REFERENCES enrolment,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  issuer_id uuid REFERENCES organisation,
  issuer_name text NOT NULL,
  issued_on date NOT NULL,
  valid_to date,
  hours numeric(8,2),
  source text NOT NULL DEFAULT 'platform' CHECK (source IN ('platform', 'declared', 'national-query')),
  token text NOT NULL UNIQUE DEFAULT replace(gen_random_uuid()::text, '-', ''),
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX certificate_enrolment_kind ON certificate (enrolment_id, kind) WHERE enrolment_id IS NOT NULL;
CREATE INDEX certificate_person ON certificate (person_id);
CREATE INDEX certificate_issuer ON certificate (issuer_id, issued_on);
COMMENT ON COLUMN certificate.token IS 'what the QR code carries: unlike serial numbers, tokens cannot be counted through';
SELECT make_append_only('certificate');

-- A certificate is never erased; it may be withdrawn by a new fact.
CREATE TABLE certificate_revocation (
  certificate_id uuid PRIMARY KEY REFERENCES certificate,
  reason text NOT NULL CHECK (length(reason) >= 2),
  revoked_by uuid,
  revoked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
SELECT make_append_only('certificate_revocation');

INSERT INTO state_transition VALUES
  ('certificate-declaration', '', 'declared'),
  ('certificate-declaration', 'declared', 'confirmed'), ('certificate-declaration', 'declared', 'rejected'), ('certificate-declaration', 'declared', 'withdrawn');

-- A certificate obtained elsewhere: declared with its number, asked of the national query, confirmed by another person.
CREATE TABLE certificate_declaration (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES person,
  number text NOT NULL,
  kind text NOT NULL,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  issuer_name text NOT NULL,
  issued_on date NOT NULL,
  valid_to date,
  evidence_file_id uuid REFERENCES stored_file,
  state text NOT NULL DEFAULT 'declared',
  query_answer text NOT NULL CHECK (query_answer IN ('confirmed', 'unknown', 'cannot-tell')),
  query_note text NOT NULL,
  declared_by uuid NOT NULL,
  declared_at timestamptz NOT NULL DEFAULT now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  certificate_id uuid REFERENCES certificate,
  CONSTRAINT declaration_decided_by_another CHECK (decided_by IS NULL OR decided_by <> declared_by)
);
CREATE UNIQUE INDEX certificate_declaration_once ON certificate_declaration (number) WHERE state IN ('declared', 'confirmed');
CREATE INDEX certificate_declaration_person ON certificate_declaration (person_id);
CREATE INDEX certificate_declaration_open ON certificate_declaration (declared_at) WHERE state = 'declared';
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON certificate_declaration FOR EACH ROW EXECUTE FUNCTION enforce_transition('certificate-declaration');

-- Credits (学分累计制度): the rule is data, the credit names the fact it rests on and is given once for it.
CREATE TABLE credit_rule (
  id text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  basis text NOT NULL CHECK (basis IN ('class-hours', 'online-hours', 'exam', 'certificate')),
  condition jsonb NOT NULL DEFAULT '{}',
  credits_hundredths int NOT NULL CHECK (credits_hundredths > 0),
  per text NOT NULL CHECK (per IN ('hour', 'each')),
  source text NOT NULL,
  PRIMARY KEY (id, effective_from)
);
CREATE TABLE credit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  rule_id text NOT NULL,
  basis_kind text NOT NULL,
  basis_id text NOT NULL,
  credits_hundredths int NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (rule_id, basis_kind, basis_id)
);
CREATE INDEX credit_person ON credit (person_id);
SELECT make_append_only('credit');

INSERT INTO credit_rule (id, effective_from, basis, condition, credits_hundredths, per, source) VALUES
  ('class-hours', '2019-01-01', 'class-hours', '{}', 10, 'hour', '示例规则：线下培训每课时 0.1 学分（待主管部门公布学分办法后替换）'),
  ('online-hours', '2019-01-01', 'online-hours', '{}', 5, 'hour', '示例规则：网上学习每课时 0.05 学分（待主管部门公布学分办法后替换）'),
  ('completion-certificate', '2019-01-01', 'certificate', '{"kinds": ["completion"]}', 100, 'each', '示例规则：培训合格证书每本 1 学分（待主管部门公布学分办法后替换）'),
  ('skill-certificate', '2019-01-01', 'certificate', '{"kinds": ["skill-level", "professional-qualification", "special-ability"]}', 300, 'each', '示例规则：职业技能等级、职业资格、专项能力证书每本 3 学分（待主管部门公布学分办法后替换）');
