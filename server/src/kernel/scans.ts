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

/**
 * Stores the scan of the request: its type is checked by content, and it is sealed, since papers show names and numbers. `word`: a
 * Word document (docx, without macros) will do too.
 */
export async function keepScan(
  context: Context,
  {
    word = false,
    ...options
  }: { purpose: string; personId?: string | null; organisationId?: string | null; word?: boolean },
): Promise<string> {
  const { upload } = context;
  if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
  // A Word document is told by the directory at its end.
  const length = word ? Math.min(upload.bytes, SCAN_BYTES) : HEAD_BYTES;
  const file = await open(upload.temporaryPath);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0).finally(() => file.close());
  const found = await checkUpload(buffer.subarray(0, bytesRead), {
    kinds: word ? ["pdf", "jpeg", "png", "docx"] : ["pdf", "jpeg", "png"],
    totalBytes: upload.bytes,
    maxBytes: SCAN_BYTES,
  });
  if (!found.ok) throw new Problem(STATUS[found.code] ?? 415, found.code, found.message);
  const { mediaType } = found.value;
  return context.services.files.keep(context, { ...upload, mediaType }, { ...options, personal: true });
}

/** Older browsers show a PDF with a plug-in, which a sandbox would block; nothing else may load beside it. */
const PDF_ONLY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Shown by browsers themselves; anything else is saved under its name. */
const SHOWN = new Set(["application/pdf", "image/png", "image/jpeg"]);

/** A stored scan for the browser: with its detected type, isolated, and never cached. */
export async function scanReply(context: Context, id: string): Promise<FileReply> {
  const { mediaType, content, name } = await context.services.files.read(context, id);
  return new FileReply({
    mediaType,
    content,
    fileName: SHOWN.has(mediaType) ? null : name,
    headers: {
      "cache-control": "private, no-store",
      "content-security-policy": mediaType === "application/pdf" ? PDF_ONLY : "sandbox",
    },
  });
}
