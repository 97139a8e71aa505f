-- The four lists (九, 十七), published as numbered versions, and admission to them.

CREATE TABLE catalogue_version (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  list text NOT NULL CHECK (list IN ('occupations', 'shortage', 'institutions', 'projects', 'evaluators')),
  version int NOT NULL CHECK (version >= 1),
  region text NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  note text NOT NULL DEFAULT '',
  sample boolean NOT NULL DEFAULT false,
  digest text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  published_by uuid,
  UNIQUE (region, list, version),
  EXCLUDE USING gist (region WITH =, list WITH =, daterange(effective_from, effective_to, '[)') WITH &&) DEFERRABLE INITIALLY DEFERRED
);

-- Rows of every list but occupations and shortage are the organisation or project as it stood when published.
CREATE TABLE catalogue_row (
  version_id uuid NOT NULL REFERENCES catalogue_version,
  key text NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (version_id, key)
);
SELECT make_append_only('catalogue_row');

CREATE TABLE training_standard (
  version_id uuid NOT NULL REFERENCES catalogue_version,
  edition int NOT NULL,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  training_fen bigint NOT NULL CHECK (training_fen >= 0),
  assessment_fen bigint NOT NULL CHECK (assessment_fen >= 0),
  required_hours int NOT NULL CHECK (required_hours > 0),
  PRIMARY KEY (version_id, occupation, level)
);
COMMENT ON COLUMN training_standard.level IS '5 初级 … 1 高级技师, 0 where the item has no level (专项能力, 特种作业, 创业)';
SELECT make_append_only('training_standard');

CREATE TABLE shortage_occupation (
  version_id uuid NOT NULL REFERENCES catalogue_version,
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  PRIMARY KEY (version_id, occupation)
);
SELECT make_append_only('shortage_occupation');

-- What the bureau is working on before it becomes a version. One draft per list; rows of institutions, projects and evaluators
-- are read from admissions and projects when the version is published.
CREATE TABLE catalogue_draft (
  region text NOT NULL,
  list text NOT NULL CHECK (list IN ('occupations', 'shortage')),
  begun_by uuid,
  begun_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, list)
);
CREATE TABLE catalogue_draft_row (
  region text NOT NULL,
  list text NOT NULL,
  key text NOT NULL,
  data jsonb NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, list, key),
  FOREIGN KEY (region, list) REFERENCES catalogue_draft ON DELETE CASCADE
);

INSERT INTO state_transition VALUES
  ('admission', '', 'draft'), ('admission', 'draft', 'submitted'), ('admission', 'draft', 'withdrawn'),
  ('admission', 'submitted', 'inspecting'), ('admission', 'submitted', 'returned'), ('admission', 'submitted', 'withdrawn'),
  ('admission', 'submitted', 'admitted'), ('admission', 'submitted', 'refused'),
  ('admission', 'returned', 'submitted'), ('admission', 'returned', 'withdrawn'),
  ('admission', 'inspecting', 'admitted'), ('admission', 'inspecting', 'refused'), ('admission', 'inspecting', 'returned'),
  ('admission', 'admitted', 'suspended'), ('admission', 'suspended', 'admitted'),
  ('admission', 'admitted', 'exited'), ('admission', 'suspended', 'exited');

-- Admission is per occupation and level; training and evaluation are admitted apart.
CREATE TABLE admission (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  activity text NOT NULL CHECK (activity IN ('training', 'evaluation')),
  occupation text NOT NULL,
  occupation_name text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 0 AND 5),
  state text NOT NULL DEFAULT 'draft',
  statement text NOT NULL DEFAULT '',
  evidence_file_ids uuid[] NOT NULL DEFAULT '{}',
  annual_capacity int,
  valid_from date,
  valid_to date,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (decided_by IS NULL OR decided_by IS DISTINCT FROM submitted_by),
  CHECK (state <> 'admitted' OR (valid_from IS NOT NULL AND valid_to > valid_from))
);
CREATE UNIQUE INDEX admission_open ON admission (organisation_id, activity, occupation, level) WHERE state NOT IN ('refused', 'withdrawn', 'exited');
CREATE TRIGGER transition BEFORE INSERT OR UPDATE OF state ON admission FOR EACH ROW EXECUTE FUNCTION enforce_transition('admission');

-- The ladder of sanctions (约谈 … 吊销) and the return from it, by the day from which each counts.
CREATE TABLE admission_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  admission_id uuid NOT NULL REFERENCES admission,
  kind text NOT NULL CHECK (kind IN ('inspection', 'talk', 'rectification', 'suspension', 'resumption', 'removal', 'blacklist', 'revocation', 'leaving', 'renewal')),
  on_date date NOT NULL,
  reason text NOT NULL CHECK (length(reason) >= 2),
  made_by uuid,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX admission_event_admission ON admission_event (admission_id, id);
SELECT make_append_only('admission_event');

-- Named plans and projects (五.1, 十七 项目制) that classes belong to.
CREATE TABLE training_project (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('named-plan', 'project-based')),
  groups text[] NOT NULL DEFAULT '{}',
  clause text NOT NULL,
  region text NOT NULL,
  open_from date NOT NULL,
  open_to date
);
