-- Carriers (一.载体): enterprises, schools, training institutions, HR services, associations, evaluators, departments.

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  uscc text NOT NULL UNIQUE,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('training-institution', 'vocational-school', 'enterprise', 'hr-service', 'industry-association', 'evaluation-body', 'co-operative', 'department', 'bureau')),
  ownership text NOT NULL DEFAULT 'private' CHECK (ownership IN ('public', 'private')),
  region text NOT NULL,
  town text NOT NULL,
  address text,
  contact_name text,
  contact_phone_sealed bytea,
  contact_phone_masked text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended', 'exited')),
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE account ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE payee_account ADD FOREIGN KEY (organisation_id) REFERENCES organisation;
ALTER TABLE stored_file ADD FOREIGN KEY (organisation_id) REFERENCES organisation;

CREATE TABLE teacher (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL REFERENCES person,
  employment text NOT NULL CHECK (employment IN ('full-time', 'part-time', 'enterprise-trainer')),
  occupations text[] NOT NULL DEFAULT '{}',
  qualification text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'left')),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organisation_id, person_id)
);

CREATE TABLE room (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL,
  address text NOT NULL,
  capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 500),
  latitude double precision,
  longitude double precision,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
  UNIQUE (organisation_id, name)
);
