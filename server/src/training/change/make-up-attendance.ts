import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput, Id, Text } from "../../kernel/shapes.ts";
import { lockClass } from "../class/class-plan.ts";
import { CLASS_READERS } from "../class/visible.ts";
import { tellReviewers } from "../class/tell-class.ts";
import { changeOwner, sessionOwner } from "../owners.ts";
import { applyMakeUp, mustBeOver, SHEET } from "./apply-make-up.ts";
import { anyFinished, MarkInput, meetingOf, mustBeWritable } from "../attendance/roll-call.ts";

/** `POST /api/v1/sessions/:id/sheets`: uploads the scan of a session's signed sheet, which a make-up then names. */
export const uploadSheet = operation({
  method: "POST",
  path: "/api/v1/sessions/:id/sheets",
  summary: "上传一节课的纸质签到表",
  permission: { roles: ["institution", "reviewer"], over: sessionOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const { organisationId } = await classOf(context, params.id);
    const id = await keepScan(context, { purpose: SHEET, organisationId });
    context.audit({ kind: "stored-file", id, organisationId });
    return { id };
  },
});

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
    marks: z.array(MarkInput).min(1).max(500),
    fileId: Id.describe("纸质签到表的扫描件或照片"),
    reason: Text(300, 2),
  }),
  output: z.object({ id: Id, state: z.enum(["submitted", "applied"]) }),
  async run(context, { params, body }) {
    const { classId, organisationId } = await classOf(context, params.id);
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
    const row = await context.db
      .insertInto("class_change")
      .values({
        class_id: classId,
        kind: "attendance",
        content: json(content),
        reason: body.reason,
        state,
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (state === "submitted") await tellReviewers(context, target.town, "changes-waiting");
    context.audit({
      kind: "session",
      id: params.id,
      region: target.town,
      detail: { changeId: row.id, marks: body.marks.length },
    });
    return { id: row.id, state };
  },
});

/** `GET /api/v1/class-changes/:id/sheet`: the signed sheet behind a make-up. */
export const showSheet = operation({
  method: "GET",
  path: "/api/v1/class-changes/:id/sheet",
  summary: "查看补记所据的签到表",
  permission: { roles: CLASS_READERS, over: changeOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("class_change")
      .select("content")
      .where("id", "=", params.id)
      .where("kind", "=", "attendance")
      .executeTakeFirst();
    if (!row) throw notFound("这份签到表");
    return scanReply(context, (row.content as { fileId: string }).fileId);
  },
});

async function classOf(context: Context, sessionId: string): Promise<{ classId: string; organisationId: string }> {
  const row = await context.db
    .selectFrom("class_session as s")
    .innerJoin("training_class as c", "c.id", "s.class_id")
    .select(["c.id as classId", "c.organisation_id as organisationId"])
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) throw notFound("这节课");
  return row;
}

async function requireSheet(context: Context, fileId: string, organisationId: string): Promise<string> {
  const file = await context.db
    .selectFrom("stored_file")
    .select("media_type")
    .where("id", "=", fileId)
    .where("purpose", "=", SHEET)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  if (!file)
    throw unacceptable("evidence-unknown", "没有找到上传的签到表，请重新上传。", [
      { pointer: "/fileId", detail: "请重新上传" },
    ]);
  return file.media_type;
}

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
