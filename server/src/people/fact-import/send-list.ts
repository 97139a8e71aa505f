import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Text } from "../../kernel/shapes.ts";
import { officeOf, requireKeeper } from "../keeper/keepers.ts";
import { SubjectCode } from "../keeper/subjects.ts";
import { checkImport } from "./check-import.ts";
import { ImportShown, showImport } from "./import-view.ts";

/** Size limit of files checked while the officer waits. */
const AT_ONCE_BYTES = 60_000;

/** `POST /api/v1/fact-imports`: an office sends its list (xlsx or CSV, also GBK), which is checked row by row. Records nothing yet. */
export const sendList = operation({
  method: "POST",
  path: "/api/v1/fact-imports",
  summary: "上传部门名册并预检",
  permission: { roles: ["reviewer", "department"] },
  query: z.object({
    subject: SubjectCode,
    source: Text(80, 2).describe("来源，例如“失业登记系统 2020-05-31 导出”"),
  }),
  upload: { maxBytes: 20 << 20 },
  output: ImportShown,
  async run(context, { query }) {
    const { upload } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    await requireKeeper(context, query.subject);
    if (query.subject === "fact:in-place-of")
      throw unacceptable(
        "in-place-declared",
        "替亲属参加培训不能按名册导入：请本人申报、上传关系证明，再到“代训确认”里确认。",
      );
    const office = officeOf(context);
    const fileId = await context.services.files.keep(context, upload, { purpose: "fact-import", personal: true });
    const row = await context.db
      .insertInto("fact_import")
      .values({
        subject: query.subject,
        organisation_id: office,
        region: context.actor.region,
        file_id: fileId,
        undoes: null,
        source: query.source,
        reason: null,
        rows_wanted: null,
        refused: null,
        sent_by: context.actor.accountId,
        sent_at: context.now,
        confirmed_by: null,
        confirmed_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "fact-import", id: row.id, detail: { subject: query.subject } });
    if (upload.bytes <= AT_ONCE_BYTES) await checkImport(context, row.id);
    else await context.emit("fact-import-sent", { importId: row.id });
    return showImport(context, row.id);
  },
});
