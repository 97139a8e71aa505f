import { constants, crc32, deflateRawSync } from "node:zlib";

const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** The last block of a deflate stream, without content. */
const END = Buffer.from([0x03, 0x00]);
const STORED_MOST = 0xffff;

/** Text that stands in many answers, deflated once. */
export class FixedPiece {
  readonly bytes: Buffer;
  private deflated: Buffer | null = null;

  constructor(text: string | Buffer) {
    this.bytes = Buffer.from(text);
  }

  /** Deflate blocks that refer to nothing before them and end at a whole byte, so that they can stand anywhere in a stream. */
  get blocks(): Buffer {
    this.deflated ??= deflateRawSync(this.bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
    return this.deflated;
  }
}

/** A part of an answer: fixed, or made for this one, which is then sent as it is. */
export type Piece = FixedPiece | Buffer;

/** The bytes of all pieces. */
export const joinPieces = (pieces: readonly Piece[]): Buffer => Buffer.concat(pieces.map(bytesOf));

/**
 * One gzip file of all pieces (RFC 1952). What many answers share is compressed once, and the rest is stored: compressing an answer
 * of 7 KB anew for each of its readers cost more than making it.
 */
export function gzipPieces(pieces: readonly Piece[]): Buffer {
  const parts: Buffer[] = [HEAD];
  let sum = 0;
  let length = 0;
  for (const piece of pieces) {
    const bytes = bytesOf(piece);
    sum = crc32(bytes, sum);
    length += bytes.length;
    if (piece instanceof FixedPiece) parts.push(piece.blocks);
    else
      for (let from = 0; from < bytes.length; from += STORED_MOST)
        store(parts, bytes.subarray(from, from + STORED_MOST));
  }
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(sum, 0);
  foot.writeUInt32LE(length, 4);
  parts.push(END, foot);
  return Buffer.concat(parts);
}

/** A stored block (RFC 1951, 3.2.4). */
function store(parts: Buffer[], bytes: Buffer): void {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(bytes.length ^ 0xffff, 3);
  parts.push(head, bytes);
}

const bytesOf = (piece: Piece): Buffer => (piece instanceof FixedPiece ? piece.bytes : piece);
