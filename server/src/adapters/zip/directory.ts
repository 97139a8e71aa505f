import type { Readable } from "node:stream";
import { fromBufferPromise } from "yauzl";

/** One file of a ZIP archive as the archive's directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly declaredBytes: number;
  readonly encrypted: boolean;
}

/** Workbooks and documents of ours have a few dozen parts; an archive of tens of thousands is an attack. */
const MAX_ENTRIES = 10_000;
const END_LENGTH = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_FIELD = 0x0001;

/**
 * Lists a ZIP archive (PKWARE APPNOTE 6.3) without unpacking. `undefined` if the bytes aren't a complete archive, if a name leads out
 * of it (`../x`, `/x`), or if it uses ZIP64, which no upload within our limits needs and which another reader might understand otherwise.
 * Sizes are claims: the unpacker must enforce them.
 */
export async function readZipDirectory(bytes: Uint8Array): Promise<readonly ZipEntry[] | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  try {
    // Sizes that contradict each other are for the caller to judge, who refuses them in words of its own.
    const zip = await fromBufferPromise(buffer, { validateEntrySizes: false });
    const locatorAt = buffer.length - END_LENGTH - zip.comment.length - ZIP64_LOCATOR_LENGTH;
    if (locatorAt >= 0 && buffer.readUInt32LE(locatorAt) === ZIP64_LOCATOR) return undefined;
    if (zip.entryCount > MAX_ENTRIES) return undefined;
    for await (const entry of zip.eachEntry()) {
      if (entry.extraFields.some((field) => field.id === ZIP64_FIELD)) return undefined;
      entries.push({
        name: entry.fileName,
        compressedBytes: entry.compressedSize,
        declaredBytes: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
      });
    }
  } catch {
    // The library throws for whatever is no archive, or a damaged one.
    return undefined;
  }
  return entries;
}

/**
 * Unpacks one file of an archive as a stream; `undefined` if there is none of this name. Errors of the stream are the caller's, as
 * is the limit of its size.
 */
export async function openZipEntry(bytes: Uint8Array, name: string): Promise<Readable | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { validateEntrySizes: true });
  for await (const entry of zip.eachEntry()) if (entry.fileName === name) return zip.openReadStreamPromise(entry);
  return undefined;
}
