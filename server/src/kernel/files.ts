import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Sealer } from "../adapters/seal/index.ts";
import type { Context, Upload } from "./context.ts";
import { notFound } from "./problem.ts";

/** Store of uploaded files: content-addressed by SHA-256, in one directory that several processes may share. */
export class FileStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  pathOf(sha256: Buffer): string {
    const name = sha256.toString("hex");
    return path.join(this.directory, name.slice(0, 2), name);
  }

  /**
   * Stores a received file and its record; returns the record's id. `personal`: it may hold names and numbers of people (rosters,
   * scans), so it is sealed whatever it is.
   */
  async keep(
    context: Context,
    upload: Upload,
    options: { purpose: string; personal?: boolean; personId?: string | null; organisationId?: string | null },
  ): Promise<string> {
    const id = randomUUID();
    const sealed = options.personal === true;
    const sha256 = sealed ? await this.storeSealed(context, upload, id) : await this.store(upload);
    await context.db
      .insertInto("stored_file")
      .values({
        id,
        sha256,
        sealed,
        media_type: upload.mediaType,
        bytes: upload.bytes,
        name: upload.name,
        purpose: options.purpose,
        organisation_id: options.organisationId ?? context.maybeActor?.organisationId ?? null,
        person_id: options.personId ?? context.maybeActor?.personId ?? null,
        uploaded_by: context.maybeActor?.accountId ?? null,
        created_at: context.now,
      })
      .execute();
    return id;
  }

  private async store(upload: Upload): Promise<Buffer> {
    const target = this.pathOf(upload.sha256);
    await mkdir(path.dirname(target), { recursive: true });
    // A retried transaction finds the file stored already.
    const kept = await stat(target).catch(() => null);
    if (kept?.size !== upload.bytes)
      // Another file system: copy under a temporary name first, so that the final name only ever shows complete files.
      await rename(upload.temporaryPath, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "EXDEV") throw error;
        await copyFile(upload.temporaryPath, `${target}.part`);
        await flush(`${target}.part`);
        await rename(`${target}.part`, target);
        await rm(upload.temporaryPath, { force: true });
      });
    await this.flushNames(target);
    return upload.sha256;
  }

  private async storeSealed(context: Context, upload: Upload, id: string): Promise<Buffer> {
    return this.place(context.services.sealer.seal(await readFile(upload.temporaryPath), sealOf(id)));
  }

  /** Reseals a sealed file under the current key, beside the old one. Returns its new SHA-256; null if it is current already. */
  async sealAgain(sealer: Sealer, id: string, sha256: Buffer): Promise<Buffer | null> {
    const stored = await readFile(this.pathOf(sha256));
    if (!sealer.needsRotation(stored)) return null;
    return this.place(sealer.seal(sealer.open(stored, sealOf(id)), sealOf(id)));
  }

  async remove(sha256: Buffer): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private async place(content: Buffer): Promise<Buffer> {
    const sha256 = createHash("sha256").update(content).digest();
    const target = this.pathOf(sha256);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(`${target}.part`, content, { flush: true });
    await rename(`${target}.part`, target);
    await this.flushNames(target);
    return sha256;
  }

  /** The name of a file in its folder, and the folder's in the directory, which it may be new in. */
  private async flushNames(target: string): Promise<void> {
    await flush(path.dirname(target));
    await flush(this.directory);
  }

  /** The whole content of a recorded file, unsealed if necessary. For what fits in memory: people's uploads, not videos. */
  async read(context: Context, id: string): Promise<{ content: Buffer; mediaType: string; name: string }> {
    const row = await context.db
      .selectFrom("stored_file")
      .select(["sha256", "sealed", "media_type", "name"])
      .where("id", "=", id)
      .executeTakeFirst();
    const stored = row && (await readFile(this.pathOf(row.sha256)).catch(() => null));
    if (!row || !stored) throw notFound("文件内容");
    const content = row.sealed ? context.services.sealer.open(stored, sealOf(id)) : stored;
    return { content, mediaType: row.media_type, name: row.name };
  }

  /** Opens an unsealed file, whole or one byte range (both ends included). */
  async open(sha256: Buffer, range?: { start: number; end: number }): Promise<Readable> {
    const file = this.pathOf(sha256);
    await stat(file).catch(() => {
      throw notFound("文件内容");
    });
    return createReadStream(file, range);
  }
}

/** Waits until a file, or the names in a directory, are on the disk: a record may only point to what a power cut leaves whole. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const sealOf = (id: string) => ({ table: "stored_file", column: "content", row: id });

/** A file as answer instead of JSON. Declare `output: fileOutput` in the operation. */
export class FileReply {
  readonly mediaType: string;
  readonly content: Readable | Buffer;
  readonly fileName: string | null;
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(given: {
    mediaType: string;
    content: Readable | Buffer;
    /** Set: the browser saves it under this name; null: it shows it. */
    fileName?: string | null;
    status?: number;
    headers?: Record<string, string>;
  }) {
    this.mediaType = given.mediaType;
    this.content = given.content;
    this.fileName = given.fileName ?? null;
    this.status = given.status ?? 200;
    this.headers = given.headers ?? {};
  }
}
