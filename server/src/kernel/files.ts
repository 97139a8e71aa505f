import { createReadStream } from "node:fs";
import { mkdir, rename, stat, copyFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Context, Upload } from "./context.ts";
import { notFound } from "./problem.ts";

/** Uploaded files, kept under their SHA-256 in one directory that several processes may share. */
export class FileStore {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  pathOf(sha256: Buffer): string {
    const name = sha256.toString("hex");
    return path.join(this.directory, name.slice(0, 2), name);
  }

  /** Moves a received file into the store and records it. Returns the id of the record. */
  async keep(
    context: Context,
    upload: Upload,
    options: { purpose: string; personId?: string | null; organisationId?: string | null },
  ): Promise<string> {
    const target = this.pathOf(upload.sha256);
    await mkdir(path.dirname(target), { recursive: true });
    // Another file system: copy to the side first, so that the final name only ever shows whole files.
    // A transaction that runs again finds the file kept already.
    const kept = await stat(target).catch(() => null);
    if (kept?.size !== upload.bytes)
      await rename(upload.temporaryPath, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "EXDEV") throw error;
        await copyFile(upload.temporaryPath, `${target}.part`);
        await rename(`${target}.part`, target);
        await rm(upload.temporaryPath, { force: true });
      });
    const row = await context.db
      .insertInto("stored_file")
      .values({
        sha256: upload.sha256,
        media_type: upload.mediaType,
        bytes: upload.bytes,
        name: upload.name,
        purpose: options.purpose,
        organisation_id: options.organisationId ?? context.maybeActor?.organisationId ?? null,
        person_id: options.personId ?? context.maybeActor?.personId ?? null,
        uploaded_by: context.maybeActor?.accountId ?? null,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  }

  /** Opens a kept file, whole or one byte range (both ends included). */
  async open(sha256: Buffer, range?: { start: number; end: number }): Promise<Readable> {
    const file = this.pathOf(sha256);
    await stat(file).catch(() => {
      throw notFound("文件内容");
    });
    return createReadStream(file, range);
  }
}

/** An answer that is a file, not JSON. Declare `output: fileOutput` in the operation. */
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
