-- Reminders that were sent: each once for a thing, its day and whom it concerns.
CREATE TABLE reminder (
  kind text NOT NULL,
  subject uuid NOT NULL,
  recipient uuid NOT NULL,
  due_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (kind, subject, recipient, due_on)
);
