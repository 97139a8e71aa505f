import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { fileOutput, Id } from "../../kernel/shapes.ts";
import { ADMISSION_READERS } from "./admission-view.ts";
import { admissionOwner } from "./owners.ts";

/** `GET /api/v1/admissions/:id/papers/:fileId`: one of the papers of an application, for its organisation and the bureau. */
export const showAdmissionPaper = operation({
  method: "GET",
  path: "/api/v1/admissions/:id/papers/:fileId",
  summary: "查看准入申请的材料",
  permission: { roles: ADMISSION_READERS, over: admissionOwner },
  params: z.object({ id: Id, fileId: Id }),
  output: fileOutput,
  async run(context, { params }) {
    const found = await sql`
      select from admission a where a.id = ${params.id} and ${params.fileId}::uuid = any(a.evidence_file_ids)`.execute(
      context.db,
    );
    if (found.rows.length === 0) throw notFound("这份材料");
    return scanReply(context, params.fileId);
  },
});
