import { accept, type Parsed, refuse } from "@jinengtong/standards";
import { readZipDirectory } from "../zip/index.ts";
import { detectTextEncoding } from "./text.ts";

/** Detects an upload's type from its content. File name and declared type are the uploader's claim and are ignored. */
export type MediaKind = "pdf" | "png" | "jpeg" | "mp4" | "webm" | "xlsx" | "docx" | "xls" | "zip" | "csv" | "html";

export interface Media {
  readonly kind: MediaKind;
  readonly mediaType: string;
  /** Without the dot, for the name under which the file is stored and offered. */
  readonly extension: string;
  readonly label: string;
}

const OOXML = "application/vnd.openxmlformats-officedocument";
const MEDIA: Readonly<Record<MediaKind, Media>> = {
  pdf: media("pdf", "application/pdf", "pdf", "PDF 文件"),
  png: media("png", "image/png", "png", "PNG 图片"),
  jpeg: media("jpeg", "image/jpeg", "jpg", "JPG 图片"),
  mp4: media("mp4", "video/mp4", "mp4", "MP4 视频"),
  webm: media("webm", "video/webm", "webm", "WebM 视频"),
  xlsx: media("xlsx", `${OOXML}.spreadsheetml.sheet`, "xlsx", "Excel 工作簿（xlsx）"),
  docx: media("docx", `${OOXML}.wordprocessingml.document`, "docx", "Word 文档（docx）"),
  xls: media("xls", "application/vnd.ms-excel", "xls", "旧版 Office 文件"),
  zip: media("zip", "application/zip", "zip", "压缩包"),
  csv: media("csv", "text/csv", "csv", "CSV 或文本文件"),
  html: media("html", "text/html", "html", "网页文件"),
};

/**
 * Detects the type of a whole file. `undefined` for anything else: programs, other archives, macro-enabled or encrypted workbooks,
 * truncated Office files. Pictures, video and PDF need only the start of the file; Office and ZIP files need their end.
 */
export function sniffMedia(bytes: Uint8Array): Media | undefined {
  const kind = kindOf(bytes);
  return kind === undefined ? undefined : MEDIA[kind];
}

export type UploadRefusal = "upload-empty" | "upload-too-large" | "upload-type-unknown" | "upload-type-refused";

/** Size limits in bytes by type; videos go to the media store on a separate path. */
export const UPLOAD_LIMITS: Readonly<Record<MediaKind, number>> = {
  pdf: 20 << 20,
  png: 10 << 20,
  jpeg: 10 << 20,
  mp4: 2 ** 31,
  webm: 2 ** 31,
  xlsx: 10 << 20,
  docx: 10 << 20,
  xls: 10 << 20,
  zip: 50 << 20,
  csv: 20 << 20,
  html: 0,
};

/**
 * Accepts an upload by its content: it must be one of `kinds`, and not larger than the kind's limit (or `maxBytes` where
 * that is less). For a large video give the first 64 KB as `bytes` and its length as `totalBytes`.
 */
export function checkUpload(
  bytes: Uint8Array,
  rules: {
    readonly kinds: readonly MediaKind[];
    readonly maxBytes?: number;
    readonly totalBytes?: number;
  },
): Parsed<Media, UploadRefusal> {
  const size = rules.totalBytes ?? bytes.length;
  if (size === 0) return refuse("upload-empty", "文件是空的，请重新选择。");
  const wanted = rules.kinds.map((kind) => MEDIA[kind].label).join("、");
  const found = sniffMedia(bytes);
  if (found === undefined) {
    return refuse("upload-type-unknown", `文件内容无法识别或已损坏，请上传${wanted}。`);
  }
  if (!rules.kinds.includes(found.kind)) {
    return refuse("upload-type-refused", `文件内容是${found.label}，此处请上传${wanted}。`);
  }
  const limit = Math.min(rules.maxBytes ?? Number.POSITIVE_INFINITY, UPLOAD_LIMITS[found.kind]);
  if (size > limit) {
    return refuse("upload-too-large", `文件超过 ${formatMegabytes(limit)}，请压缩或拆分后再上传。`);
  }
  return accept(found);
}

function kindOf(bytes: Uint8Array): MediaKind | undefined {
  if (startsWith(bytes, "%PDF-")) return "pdf";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (isMp4(bytes)) return "mp4";
  if (startsWith(bytes, "\x1a\x45\xdf\xa3")) {
    // Matroska has the same magic; the document type is written within the first header.
    return Buffer.from(bytes.subarray(0, 64)).includes("webm") ? "webm" : undefined;
  }
  if (startsWith(bytes, "PK\x03\x04")) return kindOfZip(bytes);
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return kindOfCompoundFile(bytes);
  return kindOfText(bytes);
}

function kindOfZip(bytes: Uint8Array): MediaKind | undefined {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) return undefined;
  const names = new Set(entries.map((entry) => entry.name));
  // Macro-enabled files are refused.
  if (entries.some((entry) => /(?:^|\/)vbaProject\.bin$/i.test(entry.name))) return undefined;
  if (!names.has("[Content_Types].xml")) return "zip";
  if (names.has("xl/workbook.xml")) return "xlsx";
  return names.has("word/document.xml") ? "docx" : undefined;
}

/** The OLE container holds .xls and .doc, and also encrypted new files, which nobody here can read. */
function kindOfCompoundFile(bytes: Uint8Array): MediaKind | undefined {
  const encrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
  return encrypted ? undefined : "xls";
}

/** ISO/IEC 14496-12: a `ftyp` box first, of a brand that browsers play. */
function isMp4(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(4, 12)).toString("latin1");
  return /^ftyp(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|mp71)$/.test(head);
}

function kindOfText(bytes: Uint8Array): MediaKind | undefined {
  const head = bytes.subarray(0, 65_536);
  const whole = head.length === bytes.length;
  const encoding =
    detectTextEncoding(head) ??
    // The cut may have split a character: up to three bytes belong to the next.
    (whole ? undefined : [1, 2, 3].map((cut) => detectTextEncoding(head.subarray(0, -cut))).find(Boolean));
  if (encoding === undefined) return undefined;
  const start = new TextDecoder(encoding).decode(head.subarray(0, 1024)).trimStart();
  // Markup (web pages, vector pictures with script) must never pass for a table.
  return /^<(?:!|\?|[a-z])/i.test(start) ? "html" : "csv";
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let at = 0; at < magic.length; at++) {
    if (bytes[at] !== magic.charCodeAt(at)) return false;
  }
  return true;
}

function media(kind: MediaKind, mediaType: string, extension: string, label: string): Media {
  return { kind, mediaType, extension, label };
}

function formatMegabytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 20) * 10) / 10} MB`;
}
