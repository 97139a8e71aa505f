import { open } from "node:fs/promises";
import { checkUpload } from "../adapters/upload/index.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, unacceptable } from "../kernel/problem.ts";
import { ById, Done } from "../kernel/shapes.ts";
import { claimantOf, lockClaim } from "./claim-record.ts";
import { mustBe } from "./submit-claim.ts";

const MAX_BYTES = 10 << 20;
const MOST = 20;

/** `POST /api/v1/claims/:id/files`: evidence for what the claimant states (contract, acceptance, invoices). */
export const addClaimFile = operation({
  method: "POST",
  path: "/api/v1/claims/:id/files",
  summary: "为补贴申请上传证明材料",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  params: ById,
  upload: { maxBytes: MAX_BYTES },
  output: Done,
  async run(context, { params }) {
    const { upload } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const file = await open(upload.temporaryPath, "r");
    const head = Buffer.alloc(65_536);
    const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
    const media = checkUpload(head.subarray(0, bytesRead), {
      kinds: ["pdf", "jpeg", "png"],
      totalBytes: upload.bytes,
      maxBytes: MAX_BYTES,
    });
    if (!media.ok) throw unacceptable(media.code, media.message);
    const row = await lockClaim(context.db, params.id);
    mustBe(row, ["prepared", "submitted", "returned"]);
    if (row.evidence_file_ids.length >= MOST)
      throw conflict("too-many-files", `每笔申请最多上传 ${MOST} 份材料，请合并后再传。`);
    const fileId = await context.services.files.keep(
      context,
      { ...upload, mediaType: media.value.mediaType },
      { purpose: "claim", personal: true, personId: row.person_id, organisationId: row.organisation_id },
    );
    await sql`update claim set evidence_file_ids = evidence_file_ids || ${fileId}::uuid where id = ${params.id}`.execute(
      context.db,
    );
    context.audit({ kind: "claim", id: params.id, detail: { fileId } });
    return { id: fileId };
  },
});
