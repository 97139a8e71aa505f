/** Restores uploaded files from a backup. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ArchiveError } from "./tar.ts";
import type { TarEntry } from "./tar.ts";

/** Writes one file under its SHA-256, after verifying it. */
export async function keepFile(filesDir: string, entry: TarEntry): Promise<void> {
  const parts = /^files\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/.exec(entry.name);
  if (!parts?.[1] || !parts[2]) throw new ArchiveError(`备份文件里的文件名不合规：${entry.name}`);
  const target = join(filesDir, parts[1], parts[2]);
  const draft = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash("sha256");
  await pipeline(
    entry.body,
    async function* measured(source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(draft, { mode: 0o600, flush: true }),
  );
  if (hash.digest("hex") !== parts[2]) {
    await rm(draft);
    throw new ArchiveError(`文件 ${parts[2]} 的内容与其摘要不符，备份已损坏`);
  }
  await rename(draft, target);
}
