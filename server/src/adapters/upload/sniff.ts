import { accept, type Parsed, refuse } from "@jinengtong/standards";
import { fileTypeFromBuffer } from "file-type";
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
export async function sniffMedia(bytes: Uint8Array): Promise<Media | undefined> {
  const kind = await kindOf(bytes);
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
export async function checkUpload(
  bytes: Uint8Array,
  rules: {
    readonly kinds: readonly MediaKind[];
    readonly maxBytes?: number;
    readonly totalBytes?: number;
  },
): Promise<Parsed<Media, UploadRefusal>> {
  const size = rules.totalBytes ?? bytes.length;
  if (size === 0) return refuse("upload-empty", "文件是空的，请重新选择。");
  const wanted = rules.kinds.map((kind) => MEDIA[kind].label).join("、");
  const found = await sniffMedia(bytes);
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

/** Types of the library that are of ours; all others are read as text, or not at all. */
const FOUND: Readonly<Record<string, MediaKind>> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/apng": "png",
  "image/jpeg": "jpeg",
  "video/mp4": "mp4",
  "video/x-m4v": "mp4",
  "video/webm": "webm",
  "application/x-cfb": "xls",
};

async function kindOf(bytes: Uint8Array): Promise<MediaKind | undefined> {
  // By its directory, which is what the unpacker will go by; the library would unpack a part of it to tell.
  if (startsWith(bytes, "PK\x03\x04")) return kindOfZip(bytes);
  // The library may throw for a file that contradicts itself.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found && FOUND[found.mime];
  if (kind === "mp4") return hasPlayableBrand(bytes) ? kind : undefined;
  if (kind === "xls") return isEncryptedOffice(bytes) ? undefined : kind;
  // A table may begin with the two letters of some binary format.
  return kind ?? kindOfText(bytes);
}

async function kindOfZip(bytes: Uint8Array): Promise<MediaKind | undefined> {
  const entries = await readZipDirectory(bytes);
  // Nobody here can read an encrypted file.
  if (entries === undefined || entries.some((entry) => entry.encrypted)) return undefined;
  const names = new Set(entries.map((entry) => entry.name));
  // Macro-enabled files are refused.
  if (entries.some((entry) => /(?:^|\/)vbaProject\.bin$/i.test(entry.name))) return undefined;
  if (!names.has("[Content_Types].xml")) return "zip";
  if (names.has("xl/workbook.xml")) return "xlsx";
  return names.has("word/document.xml") ? "docx" : undefined;
}

/** The OLE container of .xls and .doc also holds encrypted new files, which nobody here can read. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
}

/** ISO/IEC 14496-12: the `ftyp` box names a brand that browsers play. */
function hasPlayableBrand(bytes: Uint8Array): boolean {
  const brand = Buffer.from(bytes.subarray(8, 12)).toString("latin1");
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|mp71)$/.test(brand);
}

function kindOfText(bytes: Uint8Array): MediaKind | undefined {
  const head = bytes.subarray(0, 65_536);
  const encoding = detectTextEncoding(head);
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
