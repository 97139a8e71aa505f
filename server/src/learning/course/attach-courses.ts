import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id } from "../../kernel/shapes.ts";
import { classOwner } from "../../training/index.ts";

const OPEN_CLASSES = ["draft", "submitted", "returned", "approved", "running"];

/** Sets the online courses of a class. A course that somebody has begun can't be removed. */
export const attachCourses = operation({
  method: "PUT",
  path: "/api/v1/classes/:id/courses",
  summary: "设置班级的网上课程",
  permission: { roles: ["institution"], over: classOwner },
  params: ById,
  body: z.strictObject({ courseIds: z.array(Id).max(50) }),
  output: Done,
  async run(context, { params, body }) {
    const asked = [...new Set(body.courseIds)];
    const { state, organisation_id } = await context.db
      .selectFrom("training_class")
      .select(["state", "organisation_id"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (!OPEN_CLASSES.includes(state))
      throw conflict("class-over", "班级已暂停、结业或取消，不能再调整网上课程。", { state });
    const now = await context.db
      .selectFrom("class_course")
      .select("course_id")
      .where("class_id", "=", params.id)
      .execute();
    const attached = now.map((row) => row.course_id);
    const added = asked.filter((id) => !attached.includes(id));
    const dropped = attached.filter((id) => !asked.includes(id));
    if (added.length > 0) {
      const usable = await context.db
        .selectFrom("course")
        .select("id")
        .where("id", "in", added)
        .where("organisation_id", "=", organisation_id)
        .where("state", "=", "published")
        .execute();
      if (usable.length < added.length)
        throw unacceptable("course-not-usable", "只能选择本机构已发布的课程，请先发布课程再设置。");
      await context.db
        .insertInto("class_course")
        .values(added.map((course_id) => ({ class_id: params.id, course_id })))
        .execute();
    }
    if (dropped.length > 0) {
      const begun = await context.db
        .selectFrom("watch_lease as w")
        .innerJoin("enrolment as e", "e.id", "w.enrolment_id")
        .innerJoin("lesson as l", "l.id", "w.lesson_id")
        .select("w.id")
        .where("e.class_id", "=", params.id)
        .where("l.course_id", "in", dropped)
        .limit(1)
        .executeTakeFirst();
      if (begun) throw conflict("course-begun", "已有学员开始学习要取消的课程，不能取消。");
      await context.db
        .deleteFrom("class_course")
        .where("class_id", "=", params.id)
        .where("course_id", "in", dropped)
        .execute();
    }
    context.audit({ kind: "class", id: params.id, detail: { added, dropped } });
    return { id: params.id };
  },
});
