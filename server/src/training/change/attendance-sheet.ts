import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES, scanReply } from "../../kernel/scans.ts";
import { ById, Done, fileOutput } from "../../kernel/shapes.ts";
import { CLASS_READERS } from "../class/visible.ts";
import { changeOwner, sessionOwner } from "../owners.ts";
import { SHEET } from "./apply-make-up.ts";

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
    const { organisationId } = await classOfSession(context, params.id);
    const id = await keepScan(context, { purpose: SHEET, organisationId });
    context.audit({ kind: "stored-file", id, organisationId });
    return { id };
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

/** The class of a session and its institution. */
export async function classOfSession(
  context: Context,
  sessionId: string,
): Promise<{ classId: string; organisationId: string }> {
  const row = await context.db
    .selectFrom("class_session as s")
    .innerJoin("training_class as c", "c.id", "s.class_id")
    .select(["c.id as classId", "c.organisation_id as organisationId"])
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) throw notFound("这节课");
  return row;
}

/** Refuses a sheet that wasn't uploaded for the institution. Returns its media type. */
export async function requireSheet(context: Context, fileId: string, organisationId: string): Promise<string> {
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
