import { z } from "zod";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { LessonChecks } from "../watching/check-questions.ts";
import { lessonAuthor } from "../owners.ts";

/**
 * Replaces the check questions of a lesson. Allowed for published courses too: the measure of credit stays the same, and a drawn
 * check keeps its question.
 */
export const setLessonChecks = operation({
  method: "PUT",
  path: "/api/v1/lessons/:id/checks",
  summary: "设置课件的随堂提问",
  permission: { roles: ["institution"], over: lessonAuthor },
  params: ById,
  body: z.strictObject({ checks: LessonChecks }),
  output: Done,
  async run(context, { params, body }) {
    const lesson = await context.db
      .selectFrom("lesson as l")
      .innerJoin("course as c", "c.id", "l.course_id")
      .select(["l.kind", "l.duration_ms", "c.state"])
      .where("l.id", "=", params.id)
      .forUpdate("l")
      .executeTakeFirstOrThrow();
    if (lesson.kind === "quiz" || lesson.duration_ms === null)
      throw conflict("lesson-is-quiz", "练习不需要随堂提问，请为视频或文档设置。");
    if (lesson.state === "retired") throw conflict("course-retired", "课程已停用，不能再设置随堂提问。");
    const duration = lesson.duration_ms;
    const late = body.checks.findIndex((check) => check.atMs >= duration);
    if (late >= 0)
      throw unacceptable("check-after-end", `第 ${late + 1} 个提问的时间超过了课件时长，请改到结束之前。`, [
        { pointer: `/checks/${late}/atMs`, detail: "超过课件时长" },
      ]);
    const sorted = body.checks.toSorted((a, b) => a.atMs - b.atMs);
    await context.db
      .updateTable("lesson")
      .set({ checks: json(sorted) })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "lesson", id: params.id, detail: { checks: sorted.length } });
    return { id: params.id };
  },
});
