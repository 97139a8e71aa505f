/** Plain tar as a stream, by `tar-stream`: a backup can be inspected with ordinary tools, and memory holds only a piece of it. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-stream";
import type { Pack } from "tar-stream";

/** One entry; while reading, its body must be read to the end before the next entry. */
export interface TarEntry {
  readonly name: string;
  /** Bytes of the body, exactly. */
  readonly size: number;
  readonly body: AsyncIterable<Buffer>;
}

/** Thrown for an archive that is cut short or damaged. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** An archive of the entries, produced on demand. Each body is read when its turn comes; a wrong size fails the stream. */
export function writeTar(entries: AsyncIterable<TarEntry>): Readable {
  const archive = pack();
  void fill(archive, entries).catch((error: unknown) => archive.destroy(error as Error));
  // As objects: a byte stream would join and cut the pieces again.
  return Readable.from(archive);
}

async function fill(archive: Pack, entries: AsyncIterable<TarEntry>): Promise<void> {
  for await (const { name, size, body } of entries) {
    // Through a stream, since a whole buffer would be queued without waiting for the reader.
    await pipeline(body, archive.entry({ name, size, mode: 0o600, mtime: new Date(0) }));
  }
  archive.finalize();
}

/** Reads the entries of an archive, one after another. Throws an `ArchiveError` for one that is cut short or damaged. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const archive = extract();
  const plain = Readable.from(source);
  // Not `pipeline`: when a reader stops early, its promise may never settle. Failures reach the reader through `archive`.
  plain.on("error", (error) => archive.destroy(error));
  plain.pipe(archive);
  try {
    for await (const entry of archive) {
      const { name, size } = entry.header;
      yield { name, size, body: bodyOf(entry) };
    }
  } catch (error) {
    throw inOurWords(error);
  } finally {
    archive.destroy();
    plain.destroy();
  }
}

async function* bodyOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  try {
    yield* entry as AsyncIterable<Buffer>;
  } catch (error) {
    throw inOurWords(error);
  }
}

function inOurWords(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const short = error instanceof Error && error.message === "Unexpected end of data";
  return new ArchiveError(short ? "备份文件不完整：在中途结束" : "这不是本平台的备份文件，或文件已损坏", {
    cause: error,
  });
}
