import { readPdfText } from "../../adapters/pdf-text/index.ts";
import { type Database, json } from "../../kernel/database.ts";
import type { FileStore } from "../../kernel/files.ts";
import type { Schedule, Subscription } from "../../kernel/queue.ts";

/** Documents that one run of the schedule reads. */
const AT_ONCE = 20;

/** Reads the text of a document that was just added. */
export const readAddedDocument: Subscription<"lesson-document-added"> = {
  event: "lesson-document-added",
  name: "read-lesson-document",
  title: "取出文档课件的文字",
  run: ({ db, services, now }, { lessonId }) => readDocument(db, services.files, lessonId, now),
};

/** Reads documents that were there before their text was kept. */
export const readOlderDocuments: Schedule = {
  name: "read-lesson-documents",
  title: "补取文档课件的文字",
  cron: "*/10 * * * *",
  async run({ database, files, clock }) {
    const lessons = await database
      .selectFrom("lesson as l")
      .leftJoin("lesson_text as t", "t.lesson_id", "l.id")
      .select("l.id")
      .where("l.kind", "=", "document")
      .where("t.lesson_id", "is", null)
      .limit(AT_ONCE)
      .execute();
    for (const { id } of lessons) await readDocument(database, files, id, clock.now());
  },
};

/** Keeps the text of a document's file. A file that can't be read is a finding too: it isn't tried again. */
async function readDocument(db: Database, files: FileStore, lessonId: string, now: Date): Promise<void> {
  const lesson = await db
    .selectFrom("lesson as l")
    .innerJoin("stored_file as f", "f.id", "l.file_id")
    .leftJoin("lesson_text as t", "t.lesson_id", "l.id")
    .select(["f.sha256", "t.state"])
    .where("l.id", "=", lessonId)
    .where("l.kind", "=", "document")
    .executeTakeFirst();
  if (!lesson || lesson.state !== null) return;
  const found = await readPdfText(files.pathOf(lesson.sha256));
  await db
    .insertInto("lesson_text")
    .values({ lesson_id: lessonId, state: found.state, pages: json(found.pages), read_at: now })
    .onConflict((already) => already.doNothing())
    .execute();
}
