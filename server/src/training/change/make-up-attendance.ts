import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { lockClass } from "../class/class-plan.ts";
import { sessionOwner } from "../owners.ts";
import { applyMakeUp, mustBeOver } from "./apply-make-up.ts";
import { classOfSession, requireSheet } from "./attendance-sheet.ts";
import { fileChange } from "./file-change.ts";
import { anyFinished, Marks, meetingOf, mustBeWritable } from "../attendance/roll-call.ts";

/**
 * Makes up the roll of a whole session from its signed sheet, with the sheet's scan. While the class runs it takes effect at once; once
 * the class has ended or a learner has an outcome, on approval by another officer: points, exams and claims rest on the marks.
 */
export const makeUpAttendance = operation({
  method: "POST",
  path: "/api/v1/sessions/:id/make-ups",
  summary: "按纸质签到表补记出勤",
  permission: { roles: ["institution", "reviewer"], over: sessionOwner },
  params: ById,
  body: z.strictObject({
    marks: Marks,
    fileId: Id.describe("纸质签到表的扫描件或照片"),
    reason: Text(300, 2),
  }),
  output: z.object({ id: Id, state: z.enum(["submitted", "applied"]) }),
  async run(context, { params, body }) {
    const { classId, organisationId } = await classOfSession(context, params.id);
    const target = await lockClass(context, classId);
    const session = await meetingOf(context, params.id);
    mustBeOver(context, session);
    const mediaType = await requireSheet(context, body.fileId, organisationId);
    const { fileId, marks } = body;
    const content = { kind: "attendance" as const, sessionId: params.id, fileId, mediaType, marks };
    const ids = body.marks.map(({ enrolmentId }) => enrolmentId);
    const relied = target.state === "completed" || (await anyFinished(context, ids));
    const state = relied ? ("submitted" as const) : ("applied" as const);
    if (state === "applied") await applyMakeUp(context, target, content, body.reason);
    else {
      await mustNotWait(context, classId, params.id);
      await mustBeWritable(context, session, body.marks);
    }
    const { reason } = body;
    const changeId = await fileChange(context, { classId, town: target.town, content, reason, state });
    context.audit({
      kind: "session",
      id: params.id,
      region: target.town,
      detail: { changeId, marks: body.marks.length },
    });
    return { id: changeId, state };
  },
});

/** One make-up of a session waits at a time, or the second would be decided on marks that the first changes. */
async function mustNotWait(context: Context, classId: string, sessionId: string): Promise<void> {
  const waiting = await context.db
    .selectFrom("class_change")
    .select(["id", "content"])
    .where("class_id", "=", classId)
    .where("kind", "=", "attendance")
    .where("state", "=", "submitted")
    .execute();
  if (waiting.some(({ content }) => (content as { sessionId: string }).sessionId === sessionId))
    throw conflict("make-up-waiting", "这节课已有一份补记等待审核，请等办结，或先撤回那一份。");
}
