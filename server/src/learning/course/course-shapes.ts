import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";

export const COURSE_STATES = { draft: "编辑中", published: "已发布", retired: "已停用" } as const;
export const CourseState = z.enum(["draft", "published", "retired"]);

/** A course as lists show it. */
export const CourseRow = z.object({
  id: Id,
  title: z.string(),
  summary: z.string(),
  occupation: z.string().nullable(),
  qualityModule: z.boolean().describe("含职业道德、法律、安全、健康等通用素质内容"),
  state: CourseState,
  lessons: z.int(),
  durationMs: z.int().describe("视频和文档的总时长，毫秒"),
  organisationId: Id,
  organisationName: z.string(),
});

export const LessonTextState = z
  .enum(["read", "none", "unreadable", "waiting"])
  .describe("read 已取出；none 文件里没有文字（如扫描件）；unreadable 读不出；waiting 正在取");

export const LessonView = z.object({
  id: Id,
  ordinal: z.int(),
  kind: z.enum(["video", "document", "quiz"]),
  title: z.string(),
  durationMs: z.int().nullable().describe("视频时长或文档的阅读时长，毫秒"),
  mediaType: z.string().nullable(),
  bytes: z.int().nullable(),
  captions: z.int().nullable().describe("视频字幕的版本；没有字幕为空"),
});

/**
 * Locks the course for this transaction and refuses unless it is a draft: what learners watch, and the measure of their credit,
 * must not change.
 */
export async function lockDraft(context: Context, courseId: string): Promise<void> {
  const row = await context.db
    .selectFrom("course")
    .select("state")
    .where("id", "=", courseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.state !== "draft")
    throw conflict(
      "course-not-draft",
      `课程${COURSE_STATES[row.state]}，课件不能再改动。需要改动请新建课程，发布后替换到班级。`,
      { state: row.state },
    );
}

/** Appends a lesson to a course locked by `lockDraft`. Returns its id. */
export async function appendLesson(
  context: Context,
  courseId: string,
  lesson: {
    kind: "video" | "document" | "quiz";
    title: string;
    fileId?: string;
    durationMs?: number;
    quiz?: string;
  },
): Promise<string> {
  const { ordinal } = await context.db
    .selectFrom("lesson")
    .select(sql<number>`coalesce(max(ordinal), 0) + 1`.as("ordinal"))
    .where("course_id", "=", courseId)
    .executeTakeFirstOrThrow();
  if (ordinal > 200) throw conflict("too-many-lessons", "一门课程最多 200 个课件，请拆成几门课程。");
  const row = await context.db
    .insertInto("lesson")
    .values({
      course_id: courseId,
      ordinal,
      kind: lesson.kind,
      title: lesson.title,
      file_id: lesson.fileId ?? null,
      duration_ms: lesson.durationMs ?? null,
      quiz: lesson.quiz ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
