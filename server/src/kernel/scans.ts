import { open } from "node:fs/promises";
import { checkUpload } from "../adapters/upload/index.ts";
import type { Context } from "./context.ts";
import { FileReply } from "./files.ts";
import { Problem, unacceptable } from "./problem.ts";

/** Size limit of scans and photos of papers (PDF, JPG, PNG). Declare `upload: { maxBytes: SCAN_BYTES }`. */
export const SCAN_BYTES = 10 << 20;

/** Length of the prefix that tells PDF and pictures from other content. */
const HEAD_BYTES = 64 << 10;

const STATUS: Record<string, number> = { "upload-empty": 422, "upload-too-large": 413 };

/** Stores the scan of the request: its type is checked by content, and it is sealed, since papers show names and numbers. */
export async function keepScan(
  context: Context,
  options: { purpose: string; personId?: string | null; organisationId?: string | null },
): Promise<string> {
  const { upload } = context;
  if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
  const file = await open(upload.temporaryPath);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0).finally(() => file.close());
  const found = await checkUpload(buffer.subarray(0, bytesRead), {
    kinds: ["pdf", "jpeg", "png"],
    totalBytes: upload.bytes,
    maxBytes: SCAN_BYTES,
  });
  if (!found.ok) throw new Problem(STATUS[found.code] ?? 415, found.code, found.message);
  const { mediaType } = found.value;
  return context.services.files.keep(context, { ...upload, mediaType }, { ...options, personal: true });
}

/** Older browsers show a PDF with a plug-in, which a sandbox would block; nothing else may load beside it. */
const PDF_ONLY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A stored scan for the browser: with its detected type, isolated, and never cached. */
export async function scanReply(context: Context, id: string): Promise<FileReply> {
  const { mediaType, content } = await context.services.files.read(context, id);
  return new FileReply({
    mediaType,
    content,
    headers: {
      "cache-control": "private, no-store",
      "content-security-policy": mediaType === "application/pdf" ? PDF_ONLY : "sandbox",
    },
  });
}
