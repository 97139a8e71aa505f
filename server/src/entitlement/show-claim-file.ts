import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { fileOutput, Id } from "../kernel/shapes.ts";
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
  async run({ db, services }, { params }) {
    const found = await sql<{ sha256: Buffer; media_type: string }>`
      select f.sha256, f.media_type from claim c join stored_file f on f.id = any(c.evidence_file_ids)
      where c.id = ${params.id} and f.id = ${params.fileId}`.execute(db);
    const file = found.rows[0];
    if (!file) throw notFound("这份材料");
    return new FileReply({
      mediaType: file.media_type,
      content: await services.files.open(file.sha256),
      headers: { "cache-control": "private, no-store", "content-security-policy": "sandbox" },
    });
  },
});
