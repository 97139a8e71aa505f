import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { declarationOwner } from "../owners.ts";

/** Adds a scan or photo to a declaration. */
export const addDeclarationEvidence = operation({
  method: "POST",
  path: "/api/v1/certificate-declarations/:id/evidence",
  summary: "上传证书影像",
  permission: { roles: ["learner", "enterprise"], over: declarationOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("certificate_declaration")
      .select(["state", "person_id"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.state !== "declared") throw conflict("declaration-decided", "申报已有结论，不能再补充影像。");
    const fileId = await keepScan(context, { purpose: "certificate", personId: row.person_id });
    await context.db
      .updateTable("certificate_declaration")
      .set({ evidence_file_id: fileId })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "certificate-declaration", id: params.id, detail: { fileId } });
    return { id: params.id };
  },
});
