import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { claimantOf, lockClaim, mustBe } from "../claim/claim-record.ts";

/** Limit of files: nobody reads more. */
export const MOST_FILES = 20;

/** `POST /api/v1/claims/:id/files`: uploads evidence for the claimant's statements (contract, acceptance, invoices). */
export const addClaimFile = operation({
  method: "POST",
  path: "/api/v1/claims/:id/files",
  summary: "为补贴申请上传证明材料",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const row = await lockClaim(context.db, params.id);
    mustBe(row, ["prepared", "submitted", "returned"]);
    if (row.evidence_file_ids.length >= MOST_FILES)
      throw conflict("too-many-files", `每笔申请最多上传 ${MOST_FILES} 份材料，请合并后再传。`);
    const fileId = await keepScan(context, {
      purpose: "claim",
      personId: row.person_id,
      organisationId: row.organisation_id,
    });
    await sql`update claim set evidence_file_ids = evidence_file_ids || ${fileId}::uuid where id = ${params.id}`.execute(
      context.db,
    );
    context.audit({ kind: "claim", id: params.id, detail: { fileId } });
    return { id: fileId };
  },
});
