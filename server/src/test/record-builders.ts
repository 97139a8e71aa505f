import type { TestApp } from "./app.ts";
import { must, next } from "./builder-kit.ts";

export async function aCertificate(
  app: TestApp,
  given: {
    personId: string;
    classId?: string;
    enrolmentId?: string;
    kind?: "completion" | "skill-level";
    occupation?: string;
    level?: number;
    issuedOn?: string;
    validTo?: string;
    source?: "platform" | "declared" | "national-query";
  },
): Promise<string> {
  const row = await must(
    app.services.database
      .insertInto("certificate")
      .values({
        serial: `TEST${String(next()).padStart(8, "0")}`,
        kind: given.kind ?? "completion",
        person_id: given.personId,
        holder_name: "张示例",
        class_id: given.classId ?? null,
        enrolment_id: given.enrolmentId ?? null,
        occupation: given.occupation ?? "6-31-01-03",
        occupation_name: "电工",
        level: given.level ?? 5,
        issuer_id: null,
        issuer_name: "示例培训学校",
        issued_on: given.issuedOn ?? "2020-04-01",
        valid_to: given.validTo ?? null,
        hours: null,
        ...(given.source === undefined ? {} : { source: given.source }),
        created_by: null,
      })
      .returning("id"),
  );
  return row.id;
}

/** Credits class hours (45 minutes) of watched time in a new lesson, written straight to the tables. */
export async function watched(
  app: TestApp,
  given: { enrolmentId: string; personId: string; organisationId: string; hours: number },
): Promise<void> {
  const { database } = app.services;
  const creditedMs = Math.round(given.hours * 2_700_000);
  const course = await must(
    database
      .insertInto("course")
      .values({ organisation_id: given.organisationId, title: `网课 ${next()}`, occupation: null, created_by: null })
      .returning("id"),
  );
  const lesson = await must(
    database
      .insertInto("lesson")
      .values({
        course_id: course.id,
        ordinal: 1,
        kind: "video",
        title: "安全用电",
        file_id: null,
        duration_ms: creditedMs,
        quiz: null,
      })
      .returning("id"),
  );
  await database
    .insertInto("watch_credit")
    .values({
      enrolment_id: given.enrolmentId,
      lesson_id: lesson.id,
      person_id: given.personId,
      state: JSON.stringify({
        furthestMs: creditedMs,
        safeMs: creditedMs,
        bankMs: 0,
        lastAt: null,
        checkPending: false,
      }),
      credited_ms: creditedMs,
      furthest_ms: creditedMs,
      completed_at: null,
    })
    .execute();
}

/** A score in a completion exam of the class (60 passes), naming the result it corrects if any. */
export async function anExamResult(
  app: TestApp,
  given: { classId: string; enrolmentId: string; score?: number; examId?: string; replaces?: string },
): Promise<{ id: string; examId: string }> {
  const { database } = app.services;
  const examId =
    given.examId ??
    (
      await must(
        database
          .insertInto("exam")
          .values({
            class_id: given.classId,
            kind: "completion",
            evaluator_id: null,
            held_on: "2020-03-24",
            created_by: null,
          })
          .returning("id"),
      )
    ).id;
  const score = given.score ?? 82;
  const row = await must(
    database
      .insertInto("exam_result")
      .values({
        exam_id: examId,
        enrolment_id: given.enrolmentId,
        score,
        passed: score >= 60,
        replaces: given.replaces ?? null,
        reason: given.replaces ? "复核更正" : null,
        recorded_by: null,
      })
      .returning("id"),
  );
  return { id: row.id, examId };
}

/** A published course with one lesson (default a ten-minute video), attached to the class. */
export async function aLesson(
  app: TestApp,
  given: {
    organisationId: string;
    classId?: string;
    kind?: "video" | "document" | "quiz";
    durationMs?: number;
    quiz?: unknown;
  },
): Promise<{ id: string; courseId: string }> {
  const { database } = app.services;
  const course = await must(
    database
      .insertInto("course")
      .values({
        organisation_id: given.organisationId,
        title: `网课 ${next()}`,
        occupation: null,
        state: "published",
        created_by: null,
      })
      .returning("id"),
  );
  const kind = given.kind ?? "video";
  const lesson = await must(
    database
      .insertInto("lesson")
      .values({
        course_id: course.id,
        ordinal: 1,
        kind,
        title: "安全用电",
        file_id: null,
        duration_ms: kind === "quiz" ? null : (given.durationMs ?? 600_000),
        quiz: given.quiz === undefined ? null : JSON.stringify(given.quiz),
      })
      .returning("id"),
  );
  if (given.classId)
    await database.insertInto("class_course").values({ class_id: given.classId, course_id: course.id }).execute();
  return { id: lesson.id, courseId: course.id };
}
