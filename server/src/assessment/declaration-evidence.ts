import { open } from "node:fs/promises";
import { checkUpload } from "../adapters/upload/index.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, unacceptable } from "../kernel/problem.ts";
import { ById, Done } from "../kernel/shapes.ts";
import { declarationOwner } from "./owners.ts";

const MAX_BYTES = 10 << 20;

/** Adds a scan or photo of the certificate to its declaration. */
export const addDeclarationEvidence = operation({
  method: "POST",
  path: "/api/v1/certificate-declarations/:id/evidence",
  summary: "上传证书影像",
  permission: { roles: ["learner", "enterprise"], over: declarationOwner },
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
    const row = await context.db
      .selectFrom("certificate_declaration")
      .select(["state", "person_id"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.state !== "declared") throw conflict("declaration-decided", "申报已有结论，不能再补充影像。");
    const fileId = await context.services.files.keep(
      context,
      { ...upload, mediaType: media.value.mediaType },
      { purpose: "certificate", personal: true, personId: row.person_id },
    );
    await context.db
      .updateTable("certificate_declaration")
      .set({ evidence_file_id: fileId })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "certificate-declaration", id: params.id, detail: { fileId } });
    return { id: params.id };
  },
});
