import { open, type FileHandle } from "node:fs/promises";

/**
 * Playing time of a video in milliseconds, read from the file and not from its uploader's claim. Null if the file doesn't state it:
 * time of such a video can't be credited.
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

/** ISO/IEC 14496-12: boxes of size and name; `mvhd` in `moov` holds time scale and duration. */
async function mp4Duration(file: FileHandle, size: number): Promise<number | null> {
  let [position, end] = [0, size];
  // Real files have a handful of boxes per level; a crafted one must not keep us reading.
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

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMECODE_SCALE = 0x2ad7b1;
const DURATION = 0x4489;

/** Matroska: the segment's `Info`, near its start, holds the duration in units of its time scale. */
async function webmDuration(file: FileHandle, size: number): Promise<number | null> {
  const head = await bytesAt(file, 0, Math.min(size, 65_536));
  const segment = find(head, SEGMENT, 0, head.length);
  const info = segment && find(head, INFO, segment.from, segment.to);
  const duration = info && find(head, DURATION, info.from, info.to);
  if (!info || !duration) return null;
  const value = head.subarray(duration.from, duration.to);
  if (value.length !== 4 && value.length !== 8) return null;
  const units = value.length === 4 ? value.readFloatBE() : value.readDoubleBE();
  return positive((units * timecodeScale(head, info)) / 1_000_000);
}

function timecodeScale(head: Buffer, info: Span): number {
  const scale = find(head, TIMECODE_SCALE, info.from, info.to);
  const length = scale ? scale.to - scale.from : 0;
  return scale && length >= 1 && length <= 6 ? head.readUIntBE(scale.from, length) : 1_000_000;
}

interface Span {
  from: number;
  to: number;
}

/** The content of the first element of this id among those that lie from here to there, as far as it was read. */
function find(bytes: Buffer, wanted: number, from: number, to: number): Span | null {
  for (let at = from; at < to;) {
    const idLength = widthOf(bytes, at);
    if (idLength > 4 || at + idLength > to) return null;
    const lengthAt = at + idLength;
    const lengthWidth = widthOf(bytes, lengthAt);
    if (lengthWidth > 8 || lengthAt + lengthWidth > to) return null;
    const start = lengthAt + lengthWidth;
    const end = start + lengthOf(bytes, lengthAt, lengthWidth);
    if (bytes.readUIntBE(at, idLength) === wanted) return { from: start, to: Math.min(end, to) };
    at = end;
  }
  return null;
}

/** Length in bytes of an id or a size, from the leading zeros of its first byte. Nine: invalid. */
const widthOf = (bytes: Buffer, at: number): number => Math.clz32(bytes[at] ?? 0) - 23;

/** A length without the mark of its own width. All ones means as far as there is anything. */
function lengthOf(bytes: Buffer, at: number, width: number): number {
  let length = (bytes[at] ?? 0) & (0xff >> width);
  for (let n = 1; n < width; n += 1) length = length * 256 + (bytes[at + n] ?? 0);
  return length >= 2 ** (7 * width) - 1 ? Number.MAX_SAFE_INTEGER : length;
}

const DAY_MS = 86_400_000;
const positive = (ms: number): number | null => (ms >= 1 && ms <= DAY_MS ? Math.round(ms) : null);
