import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { fileOutput, Id } from "../../kernel/shapes.ts";
import { claimOwner } from "./claim-record.ts";
import { CLAIM_READERS } from "./claim-rows.ts";

/** `GET /api/v1/claims/:id/files/:fileId`: one piece of evidence. */
export const showClaimFile = operation({
  method: "GET",
  path: "/api/v1/claims/:id/files/:fileId",
  summary: "查看补贴申请的证明材料",
  permission: { roles: ["learner", ...CLAIM_READERS], over: claimOwner },
  params: z.object({ id: Id, fileId: Id }),
  output: fileOutput,
  async run(context, { params }) {
    const found = await sql`
      select from claim c where c.id = ${params.id} and ${params.fileId}::uuid = any(c.evidence_file_ids)`.execute(
      context.db,
    );
    if (found.rows.length === 0) throw notFound("这份材料");
    return scanReply(context, params.fileId);
  },
});
