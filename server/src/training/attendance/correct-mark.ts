import { attendanceMarks } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { sessionOwner } from "../owners.ts";
import { meetingOf, writeMarks } from "./roll-call.ts";

/**
 * Corrects a mark after the session, with a reason; the earlier mark stays in the log. The institution may while the class runs,
 * the bureau until the class is closed, since claims then rest on it.
 */
export const correctMark = operation({
  method: "POST",
  path: "/api/v1/sessions/:id/corrections",
  summary: "更正出勤",
  permission: { roles: ["institution", "reviewer"], over: sessionOwner },
  scope: "attendance:write",
  params: ById,
  body: z.strictObject({
    enrolmentId: Id,
    mark: z.enum(attendanceMarks.codes),
    minutes: z.number().int().min(0).max(720).optional(),
    reason: Text(300, 2),
  }),
  output: z.object({ recorded: z.number().int() }),
  async run(context, { params, body: { reason, ...mark } }) {
    const session = await meetingOf(context, params.id);
    const allowed = context.actor.role === "reviewer" ? ["running", "suspended", "completed"] : ["running"];
    if (session.cancelled || !allowed.includes(session.classState))
      throw conflict("correction-closed", "培训班已结束，机构不能再更正出勤。确有差错的，请向人社部门说明。");
    if (context.now < session.endsAt) throw conflict("session-not-over", "这节课还没有结束，请直接点名。");
    const recorded = await writeMarks(context, session, [mark], { method: "correction", reason });
    await context.emit("attendance-corrected", { enrolmentId: mark.enrolmentId });
    context.audit({ kind: "session", id: params.id, detail: { enrolmentId: mark.enrolmentId, mark: mark.mark } });
    return { recorded };
  },
});
