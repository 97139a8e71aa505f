import { open, type FileHandle } from "node:fs/promises";

/**
 * How long a video really plays, in milliseconds, read from the file itself and not from what its uploader says. Null where the file
 * does not say: such a video can't be credited against.
 */
export async function mediaDurationMs(path: string, kind: "mp4" | "webm"): Promise<number | null> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return kind === "mp4" ? await mp4Duration(file, size) : await webmDuration(file, size);
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** ISO/IEC 14496-12: boxes of size and name; `mvhd` within `moov` holds time scale and duration. */
async function mp4Duration(file: FileHandle, size: number): Promise<number | null> {
  let [position, end] = [0, size];
  // A real file has a handful of boxes at each level; a made-up one must not keep us reading.
  for (let seen = 0; seen < 1_000 && position + 8 <= end; seen += 1) {
    const head = await bytesAt(file, position, 16);
    if (head.length < 8) return null;
    const name = head.toString("latin1", 4, 8);
    let length = head.readUInt32BE(0);
    let header = 8;
    if (length === 1 && head.length === 16) {
      length = Number(head.readBigUInt64BE(8));
      header = 16;
    } else if (length === 0) length = end - position;
    if (length < header) return null;
    if (name === "mvhd") return movieHeader(await bytesAt(file, position + header, 32));
    if (name === "moov") {
      end = Math.min(end, position + length);
      position += header;
    } else position += length;
  }
  return null;
}

function movieHeader(box: Buffer): number | null {
  if (box.length < 32) return null;
  const wide = box.readUInt8(0) === 1;
  const scale = box.readUInt32BE(wide ? 20 : 12);
  const duration = wide ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16);
  return positive((duration * 1_000) / scale);
}

const INFO = 0x1549a966;
const TIMECODE_SCALE = 0x2ad7b1;
const DURATION = 0x4489;

/** Matroska: `Info` near the start of the segment holds the duration in units of its time scale. */
async function webmDuration(file: FileHandle, size: number): Promise<number | null> {
  const head = await bytesAt(file, 0, Math.min(size, 65_536));
  const id = Buffer.alloc(4);
  id.writeUInt32BE(INFO);
  const found = head.indexOf(id);
  if (found < 0) return null;
  const info = vint(head, found + 4);
  if (info === null) return null;
  let nanoseconds = 1_000_000;
  let duration: number | null = null;
  const end = Math.min(head.length, info.next + info.value);
  for (let at = info.next; at < end;) {
    const key = elementId(head, at);
    const length = key && vint(head, key.next);
    if (!key || !length || length.next + length.value > end) break;
    const value = head.subarray(length.next, length.next + length.value);
    if (key.value === TIMECODE_SCALE && value.length > 0 && value.length <= 6)
      nanoseconds = value.readUIntBE(0, value.length);
    if (key.value === DURATION && value.length === 4) duration = value.readFloatBE();
    if (key.value === DURATION && value.length === 8) duration = value.readDoubleBE();
    at = length.next + length.value;
  }
  return duration === null ? null : positive((duration * nanoseconds) / 1_000_000);
}

/** An element's id: its length is told by the leading zeros, which stay part of it. */
function elementId(bytes: Buffer, at: number): { value: number; next: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > 4 || at + length > bytes.length) return null;
  return { value: bytes.readUIntBE(at, length), next: at + length };
}

/** A length: the same, without the mark of its own length. */
function vint(bytes: Buffer, at: number): { value: number; next: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || length > 6 || at + length > bytes.length) return null;
  return { value: bytes.readUIntBE(at, length) - 2 ** (7 * length), next: at + length };
}

const DAY_MS = 86_400_000;
const positive = (ms: number): number | null => (ms >= 1 && ms <= DAY_MS ? Math.round(ms) : null);
