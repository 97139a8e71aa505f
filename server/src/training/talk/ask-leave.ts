import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../owners.ts";

/** A learner asks to be away from a session of their class that hasn't begun. */
export const askLeave = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/leave-requests",
  summary: "请假",
  permission: { roles: ["learner"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({ sessionId: Id, reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const session = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("class_session as s", "s.class_id", "e.class_id")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["s.starts_at", "s.cancelled", "e.state", "c.organisation_id", "c.name", "c.id as class_id"])
      .where("e.id", "=", params.id)
      .where("s.id", "=", body.sessionId)
      .executeTakeFirst();
    if (session === undefined) throw notFound("这节课");
    if (session.state !== "enrolled") throw conflict("not-enrolled", "您现在不在这个班的名册上，不用请假。");
    if (session.cancelled) throw conflict("session-cancelled", "这节课已经取消，不用请假。");
    if (session.starts_at <= context.now)
      throw conflict("session-begun", "这节课已经开始，不能再请假。请直接与老师联系，由机构更正出勤。");
    const { id } = await context.db
      .insertInto("leave_request")
      .values({ session_id: body.sessionId, enrolment_id: params.id, reason: body.reason, asked_at: context.now })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOrganisation(context, session.organisation_id, {
      template: "leave-asked",
      subject: session.class_id,
      text: `“${session.name}”有学员请假，请在班级的“通知与答疑”里答复。`,
    });
    context.audit({ kind: "leave-request", id });
    return { id };
  },
});
