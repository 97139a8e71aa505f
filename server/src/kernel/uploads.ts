import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";
import { firstCharacters } from "@jinengtong/standards";
import type { FastifyRequest } from "fastify";
import type { Upload } from "./context.ts";
import { Problem, unacceptable } from "./problem.ts";
import type { Services } from "./services.ts";

const INCOMING = "incoming";
const ABANDONED_MS = 6 * 3_600_000;

/**
 * Removes what a crash left of uploads that were never kept: unsealed, and asked for by nobody. Younger files may be another
 * process's that are just coming in.
 */
export async function sweepUploads(files: { directory: string }, now: Date): Promise<number> {
  const directory = path.join(files.directory, INCOMING);
  const names = await readdir(directory).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const file = path.join(directory, name);
    const age = await stat(file).catch(() => null);
    if (age === null || now.getTime() - age.mtimeMs < ABANDONED_MS) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

/** Receives a file into a temporary one, measuring and hashing the stream; never whole in memory. */
export async function receiveUpload(request: FastifyRequest, services: Services, maxBytes: number): Promise<Upload> {
  if (!request.isMultipart())
    throw new Problem(415, "not-multipart", "请以文件上传的方式提交（multipart/form-data）。");
  const part = await request.file({ limits: { files: 1, fileSize: maxBytes } });
  if (!part) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
  const directory = path.join(services.files.directory, INCOMING);
  await mkdir(directory, { recursive: true });
  const temporaryPath = path.join(directory, randomUUID());
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(part.file, measure, createWriteStream(temporaryPath, { flags: "wx", flush: true }));
    if (part.file.truncated) {
      throw new Problem(
        413,
        "file-too-large",
        `文件超过 ${Math.floor(maxBytes / 1_048_576)} MB 的上限，请压缩或拆分后上传。`,
      );
    }
    if (bytes === 0) throw unacceptable("file-empty", "文件是空的，请检查后重新上传。");
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
  return {
    temporaryPath,
    name: firstCharacters(path.basename(part.filename ?? "file"), 200),
    bytes,
    sha256: hash.digest(),
    mediaType: part.mimetype,
  };
}
