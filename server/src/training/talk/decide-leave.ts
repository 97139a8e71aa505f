import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notifyAll } from "../../people/index.ts";
import { leaveRequestStates } from "../leave-request-states.ts";
import { leaveOwner } from "../owners.ts";

/** The school grants leave from a session or refuses it with a reason. Granted leave prefills the roll; the mark is still the teacher's. */
export const decideLeave = operation({
  method: "POST",
  path: "/api/v1/leave-requests/:id/decision",
  summary: "答复请假",
  permission: { roles: ["institution"], over: leaveOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["grant", "refuse"]), answer: Text(300, 0).default("") }),
  output: Done,
  async run(context, { params, body }) {
    const granted = body.verdict === "grant";
    if (!granted && body.answer.length < 2)
      throw unacceptable("reason-missing", "不准假须写明理由。", [{ pointer: "/answer", detail: "请写明理由" }]);
    // The reason stands before the state asks for it.
    await context.db
      .updateTable("leave_request")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, answer: body.answer || null })
      .where("id", "=", params.id)
      .where("state", "=", "asked")
      .execute();
    await moveState(context, leaveRequestStates, params.id, granted ? "granted" : "refused", { from: ["asked"] });
    const asked = await context.db
      .selectFrom("leave_request as r")
      .innerJoin("enrolment as e", "e.id", "r.enrolment_id")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .select(["e.person_id", "c.id as class_id", "c.name"])
      .where("r.id", "=", params.id)
      .executeTakeFirstOrThrow();
    await notifyAll(context, [
      {
        personId: asked.person_id,
        template: "leave-decided",
        subject: asked.class_id,
        text: granted
          ? `您在“${asked.name}”请的假，机构同意了。请假的课不计课时。`
          : `您在“${asked.name}”请的假，机构没有同意：${body.answer}`,
      },
    ]);
    context.audit({ kind: "leave-request", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
