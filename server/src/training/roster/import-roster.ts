import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import { previewRoster } from "./preview-roster.ts";
import { RosterImport, rosterTask, showTask } from "./roster-task.ts";

/** Size limit of files judged while the clerk waits; a row takes about 60 bytes in a workbook and 50 in a CSV. */
export const AT_ONCE_BYTES = 60_000;

/** Uploads a roster (xlsx or CSV, also GBK) and reports faults row by row. Enrols nobody before the commit. */
export const importRoster = operation({
  method: "POST",
  path: "/api/v1/roster-imports",
  summary: "上传花名册并预检",
  permission: { roles: ["institution"] },
  scope: "classes:write",
  /** Class of rows that name none. */
  query: z.object({ classId: Id.optional() }),
  upload: { maxBytes: 10 << 20 },
  output: RosterImport,
  async run(context, { query }) {
    const { upload } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    await requireActive(context, context.actor.organisationId ?? "", "招收学员");
    const classNumber = query.classId === undefined ? null : await numberOf(context, query.classId);
    const fileId = await context.services.files.keep(context, upload, { purpose: "roster-import", personal: true });
    const row = await context.db
      .insertInto("long_task")
      .values({
        kind: "roster-import",
        input: json({ fileId, classNumber, phase: "preview" }),
        organisation_id: context.actor.organisationId,
        region: context.actor.region,
        started_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "roster-import", id: row.id });
    if (upload.bytes <= AT_ONCE_BYTES) await previewRoster(context, await rosterTask(context, row.id));
    else await context.emit("roster-import", { taskId: row.id });
    return showTask(await rosterTask(context, row.id));
  },
});

async function numberOf(context: Context, classId: string): Promise<string> {
  const row = await context.db
    .selectFrom("training_class")
    .select("number")
    .where("id", "=", classId)
    .where("organisation_id", "=", context.actor.organisationId)
    .executeTakeFirst();
  if (!row) throw notFound("培训班");
  return row.number;
}
