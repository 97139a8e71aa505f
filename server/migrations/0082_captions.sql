-- Captions of a video as versions: each is a file of its own, and a withdrawn one is a version without a file. Learners see the last.
CREATE TABLE lesson_caption (
  lesson_id uuid NOT NULL REFERENCES lesson,
  version int NOT NULL CHECK (version >= 1),
  file_id uuid REFERENCES stored_file,
  cues int NOT NULL CHECK (cues BETWEEN 0 AND 3000),
  written_by uuid NOT NULL REFERENCES account,
  at timestamptz NOT NULL,
  PRIMARY KEY (lesson_id, version),
  CHECK ((file_id IS NULL) = (cues = 0))
);
SELECT make_append_only('lesson_caption');
ALTER TABLE lesson ADD COLUMN caption_version int;
ALTER TABLE lesson ADD FOREIGN KEY (id, caption_version) REFERENCES lesson_caption (lesson_id, version);
COMMENT ON COLUMN lesson.caption_version IS 'captions that learners see; null without any';

-- Text of a document's pages, read from its file once: paragraphs that a phone can reflow. A scan has none, which is a finding too.
CREATE TABLE lesson_text (
  lesson_id uuid PRIMARY KEY REFERENCES lesson,
  state text NOT NULL CHECK (state IN ('read', 'none', 'unreadable')),
  pages jsonb NOT NULL CHECK (jsonb_typeof(pages) = 'array'),
  read_at timestamptz NOT NULL,
  CHECK ((state = 'read') = (jsonb_array_length(pages) > 0))
);
SELECT make_append_only('lesson_text');
CREATE INDEX lesson_document ON lesson (id) WHERE kind = 'document';
