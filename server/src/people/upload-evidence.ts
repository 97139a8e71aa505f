import { open } from "node:fs/promises";
import { checkUpload } from "../adapters/upload/index.ts";
import type { Upload } from "../kernel/context.ts";
import { operation } from "../kernel/operation.ts";
import { Problem, unacceptable } from "../kernel/problem.ts";
import { Done } from "../kernel/shapes.ts";

const HEAD = 64 * 1024;

/** `POST /api/v1/me/evidence`: a photo or PDF that a declaration then names. */
export const uploadEvidence = operation({
  method: "POST",
  path: "/api/v1/me/evidence",
  summary: "上传证明材料",
  permission: { roles: ["learner"] },
  upload: { maxBytes: 10 * 1_048_576 },
  output: Done,
  async run(context) {
    const { upload } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const mediaType = await contentOf(upload);
    const id = await context.services.files.keep(
      context,
      { ...upload, mediaType },
      { purpose: "group-evidence", personal: true, personId: context.actor.personId },
    );
    context.audit({ kind: "stored-file", id });
    return { id };
  },
});

/** What the file is by its content, whatever its name claims. */
async function contentOf(upload: Upload): Promise<string> {
  const file = await open(upload.temporaryPath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const found = checkUpload(buffer.subarray(0, bytesRead), {
      kinds: ["jpeg", "png", "pdf"],
      totalBytes: upload.bytes,
    });
    if (!found.ok) throw new Problem(415, found.code, found.message);
    return found.value.mediaType;
  } finally {
    await file.close();
  }
}
