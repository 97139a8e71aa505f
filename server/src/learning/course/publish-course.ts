import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { COURSE_STATES } from "./course-shapes.ts";
import { courseOwner } from "../owners.ts";

/** Publishes a draft course, or retires a published one (classes that have it keep it). */
export const publishCourse = operation({
  method: "PUT",
  path: "/api/v1/courses/:id/state",
  summary: "发布或停用课程",
  permission: { roles: ["institution"], over: courseOwner },
  params: ById,
  body: z.strictObject({ state: z.enum(["published", "retired"]) }),
  output: Done,
  async run(context, { params, body }) {
    const course = await context.db
      .selectFrom("course")
      .select((e) => [
        "state",
        e
          .selectFrom("lesson")
          .select((inner) => inner.fn.countAll<number>().as("n"))
          .where("course_id", "=", params.id)
          .as("lessons"),
      ])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const from = body.state === "published" ? "draft" : "published";
    if (course.state !== from)
      throw conflict(
        "course-state",
        `课程当前为“${COURSE_STATES[course.state]}”，不能变为“${COURSE_STATES[body.state]}”。请刷新页面查看。`,
        { state: course.state },
      );
    if (!course.lessons) throw conflict("course-empty", "课程还没有课件，请先添加视频、文档或练习再发布。");
    await context.db.updateTable("course").set({ state: body.state }).where("id", "=", params.id).execute();
    context.audit({ kind: "course", id: params.id, detail: { state: body.state } });
    return { id: params.id };
  },
});
