import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { LessonChecks } from "../watching/check-questions.ts";
import { CourseState, LessonTextState, LessonView } from "./course-shapes.ts";
import { courseOwner } from "../owners.ts";
import { Quiz } from "../quiz/quiz.ts";

const AuthoredLesson = LessonView.extend({
  quiz: Quiz.nullable(),
  checks: LessonChecks,
  captionCues: z.int().nullable().describe("字幕有多少句"),
  text: LessonTextState.nullable().describe("文档的文字取出来没有；仅文档"),
});

/** A course for its authors and supervisors: quizzes with their answers. */
export const courseDetails = operation({
  method: "GET",
  path: "/api/v1/courses/:id",
  summary: "网上课程详情",
  permission: { roles: ["institution", "reviewer", "department", "auditor"], over: courseOwner },
  params: ById,
  output: z.object({
    id: Id,
    title: z.string(),
    summary: z.string(),
    occupation: z.string().nullable(),
    qualityModule: z.boolean(),
    state: CourseState,
    lessons: z.array(AuthoredLesson),
    classes: z.array(z.object({ id: Id, name: z.string(), number: z.string() })),
  }),
  async run(context, { params }) {
    const course = await context.db
      .selectFrom("course")
      .select(["id", "title", "summary", "occupation", "quality_module as qualityModule", "state"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const lessons = await context.db
      .selectFrom("lesson as l")
      .leftJoin("stored_file as f", "f.id", "l.file_id")
      .leftJoin("lesson_caption as k", (join) =>
        join.onRef("k.lesson_id", "=", "l.id").onRef("k.version", "=", "l.caption_version"),
      )
      .leftJoin("lesson_text as t", "t.lesson_id", "l.id")
      .select([
        "l.id",
        "l.ordinal",
        "l.kind",
        "l.title",
        "l.duration_ms",
        "l.quiz",
        "l.checks",
        "l.caption_version",
        "k.cues",
        "f.media_type",
        "f.bytes",
        "t.state as textState",
      ])
      .where("l.course_id", "=", params.id)
      .orderBy("l.ordinal")
      .execute();
    const classes = await context.db
      .selectFrom("class_course as k")
      .innerJoin("training_class as c", "c.id", "k.class_id")
      .select(["c.id", "c.name", "c.number"])
      .where("k.course_id", "=", params.id)
      .orderBy("c.number")
      .execute();
    return {
      ...course,
      classes,
      lessons: lessons.map((row) => ({
        id: row.id,
        ordinal: row.ordinal,
        kind: row.kind,
        title: row.title,
        durationMs: row.duration_ms,
        mediaType: row.media_type,
        bytes: row.bytes,
        captions: row.caption_version,
        captionCues: row.cues,
        text: row.kind === "document" ? (row.textState ?? ("waiting" as const)) : null,
        quiz: row.quiz === null ? null : Quiz.parse(row.quiz),
        checks: LessonChecks.parse(row.checks),
      })),
    };
  },
});
