/**
 * The backup file: a tar archive compressed with zstd. In order:
 *
 *     header.json                      what the archive is, the schema's version, the tables and their columns
 *     tables/0007/000003               rows of the seventh table as COPY text, in pieces of about a megabyte
 *     files/ab/abcd…                   uploaded files under their SHA-256
 *     manifest.json                    rows and digest of each table, sequences, number of files; last, so that an archive that
 *                                      was cut short has none
 */
import { createReadStream, existsSync } from "node:fs";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import type { ZstdCompress } from "node:zlib";
import type { SequenceInfo, TableDigest, TableInfo } from "./contents.ts";
import { ArchiveError } from "./tar.ts";

export const FORMAT = "jinengtong-backup-1";

export interface BackupHeader {
  readonly format: typeof FORMAT;
  readonly createdAt: string;
  /** Newest signed head of the audit chain; absent in older archives. */
  readonly auditHead?: string | null;
  /** Applied migrations, with their checksums. */
  readonly migrations: readonly { readonly version: number; readonly checksum: string }[];
  readonly tables: readonly TableInfo[];
}

export interface BackupManifest {
  /** By the table's name. */
  readonly tables: Readonly<Record<string, TableDigest>>;
  readonly sequences: readonly SequenceInfo[];
  readonly files: { readonly count: number; readonly bytes: number };
}

/** The directory of a table's rows in the archive. */
export function tableDirectory(index: number): string {
  return `tables/${String(index).padStart(4, "0")}`;
}

export function compressor(): ZstdCompress {
  return createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** Bytes of the archive, produced on demand. */
export async function* decompressed(file: string): AsyncGenerator<Buffer> {
  if (!existsSync(file)) throw new ArchiveError(`没有备份文件 ${file}`);
  const source = createReadStream(file);
  const plain = createZstdDecompress();
  // Not `pipeline`: when a reader stops early, its promise may never settle. Failures reach the reader through `plain`.
  source.on("error", (error) => plain.destroy(error));
  source.pipe(plain);
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ArchiveError("这不是本平台的备份文件，或文件已损坏", { cause: error });
  } finally {
    plain.destroy();
    source.destroy();
  }
}
