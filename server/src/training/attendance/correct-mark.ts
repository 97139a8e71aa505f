import { attendanceMarks } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { sessionOwner } from "../owners.ts";
import { anyFinished, meetingOf, writeMarks } from "./roll-call.ts";

/**
 * Corrects a mark after the session while the class runs, with a reason; the earlier mark stays in the log. Once the learner has an
 * outcome claims rest on it, so that it takes the signed sheet and a second officer (`makeUpAttendance`).
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
    const allowed = context.actor.role === "reviewer" ? ["running", "suspended"] : ["running"];
    const finished = await anyFinished(context, [mark.enrolmentId]);
    if (session.cancelled || finished || !allowed.includes(session.classState))
      throw conflict(
        "correction-closed",
        "培训班没有在进行，或学员已有结业结果，不能直接更正出勤。请上传纸质签到表补记，由人社部门另一位工作人员审核后生效。",
      );
    if (context.now < session.endsAt) throw conflict("session-not-over", "这节课还没有结束，请直接点名。");
    const recorded = await writeMarks(context, session, [mark], { method: "correction", reason });
    await context.emit("attendance-corrected", {
      enrolmentId: mark.enrolmentId,
      correctedBy: context.actor.accountId,
    });
    context.audit({ kind: "session", id: params.id, detail: { enrolmentId: mark.enrolmentId, mark: mark.mark } });
    return { recorded };
  },
});
