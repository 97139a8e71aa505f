/** Streaming reader and writer of plain tar: a backup can be inspected with ordinary tools, and memory holds only a piece of it. */

const BLOCK = 512;

/** One entry while reading; its body must be read to the end before the next entry. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly body: AsyncIterable<Buffer>;
}

/** Thrown for an archive that is cut short or damaged. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

function checksum(header: Buffer): number {
  // The checksum's own field counts as spaces.
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

/** A file's header block. Sizes above 8 GB are written in binary, as GNU tar does. */
function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`name too long for the archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  if (size < 8 ** 11) {
    header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  } else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write("00000000000\0", 136);
  header.write("0", 156);
  header.write("ustar\x0000", 257, "latin1");
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

function paddingFor(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** One entry with its whole content. */
export function* tarEntry(name: string, content: Buffer): Generator<Buffer> {
  yield headerOf(name, content.length);
  yield content;
  yield paddingFor(content.length);
}

/** One entry with content in pieces, exactly `size` bytes together. */
export async function* tarStream(name: string, size: number, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield headerOf(name, size);
  let written = 0;
  for await (const piece of body) {
    written += piece.length;
    yield piece;
  }
  if (written !== size) throw new ArchiveError(`${name} has ${written} bytes, not ${size}`);
  yield paddingFor(size);
}

/** End-of-archive marker. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * BLOCK);
}

/** Reads a given number of bytes from a stream. */
class Reader {
  private readonly pieces: AsyncIterator<Buffer>;
  private current: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.pieces = source[Symbol.asyncIterator]();
  }

  /** Up to `limit` bytes, at least one; undefined at the end. */
  async some(limit: number): Promise<Buffer | undefined> {
    while (this.current.length === 0) {
      const next = await this.pieces.next();
      if (next.done) return undefined;
      this.current = next.value;
    }
    const piece = this.current.subarray(0, limit);
    this.current = this.current.subarray(piece.length);
    return piece;
  }

  async *exactly(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      const piece = await this.some(left);
      if (!piece) throw new ArchiveError("备份文件不完整：在中途结束");
      left -= piece.length;
      yield piece;
    }
  }

  async whole(size: number): Promise<Buffer> {
    return Buffer.concat(await Array.fromAsync(this.exactly(size)));
  }
}

function sizeIn(header: Buffer): number {
  if (header[124] === 0x80) return Number(header.readBigUInt64BE(128));
  return Number.parseInt(header.toString("latin1", 124, 136), 8);
}

/** Reads the entries of an archive, one after another. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new Reader(source);
  for (;;) {
    const header = await reader.whole(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const recorded = Number.parseInt(header.toString("latin1", 148, 156), 8);
    if (recorded !== checksum(header)) throw new ArchiveError("这不是本平台的备份文件，或文件已损坏");
    const name = header.toString("utf8", 0, header.indexOf(0));
    const size = sizeIn(header);
    yield { name, size, body: reader.exactly(size) };
    await reader.whole(paddingFor(size).length);
  }
}
