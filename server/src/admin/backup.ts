/**
 * `admin backup FILE`: the whole platform in one file, while it runs. Rows come from one snapshot; uploaded files are read after
 * it, and since they are never changed or removed, every file that a row names is included. The sealing keys aren't: a backup alone
 * doesn't reveal identity numbers.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import type { ClientBase } from "pg";
import { compressor, FORMAT, tableDirectory } from "./archive.ts";
import type { BackupHeader, BackupManifest } from "./archive.ts";
import { withDatabase } from "./connection.ts";
import { copyOut, listSequences, listTables, settleTextFormat } from "./contents.ts";
import type { TableDigest, TableInfo } from "./contents.ts";
import { filesOf, outputPath } from "./paths.ts";
import { writeTar } from "./tar.ts";
import type { TarEntry } from "./tar.ts";

const PIECE = 1024 * 1024;

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly fileBytes: number;
  /** Newest signed head of the audit chain: kept apart from the database, it shows later that the chain was cut. */
  readonly auditHead: string | null;
  /** Uploaded files that are missing though a row names them, and files whose content doesn't match their name. */
  readonly missingFiles: readonly string[];
  readonly damagedFiles: readonly string[];
}

interface Findings {
  auditHead: string | null;
  manifest?: BackupManifest;
  missing: string[];
  damaged: string[];
}

/** Writes a backup of the database at `url` and the files in `filesDir` to `file`, which must not exist. */
export async function backUp(options: { url: string; filesDir: string; file: string }): Promise<BackupResult> {
  const { url, filesDir, file } = options;
  if (existsSync(file)) throw new Error(`文件 ${file} 已存在，备份不覆盖任何文件`);
  const client = new Client({ connectionString: url, application_name: "jinengtong-backup" });
  client.on("error", () => undefined);
  await client.connect();
  const draft = `${file}.part`;
  const findings: Findings = { auditHead: null, missing: [], damaged: [] };
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await settleTextFormat(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(
      writeTar(entriesOf(client, filesDir, findings)),
      compressor(),
      async function* measured(source: AsyncIterable<Buffer>) {
        for await (const piece of source) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      },
      createWriteStream(draft, { mode: 0o600, flags: "wx", flush: true }),
    );
    await client.query("COMMIT");
    await rename(draft, file);
    await syncDirectoryOf(file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
  return resultOf(file, bytes, hash.digest("hex"), findings);
}

function resultOf(file: string, bytes: number, sha256: string, findings: Findings): BackupResult {
  const { manifest, missing, damaged } = findings;
  const digests = Object.values(manifest?.tables ?? {});
  return {
    file,
    bytes,
    sha256,
    tables: digests.length,
    rows: digests.reduce((sum, table) => sum + table.rows, 0),
    files: manifest?.files.count ?? 0,
    fileBytes: manifest?.files.bytes ?? 0,
    auditHead: findings.auditHead,
    missingFiles: missing,
    damagedFiles: damaged,
  };
}

async function syncDirectoryOf(file: string): Promise<void> {
  const directory = await open(join(file, ".."));
  await directory.sync().finally(() => directory.close());
}

/** The archive's entries, each made when its turn comes. */
async function* entriesOf(client: ClientBase, filesDir: string, findings: Findings): AsyncGenerator<TarEntry> {
  const made = await client.query<{ made: boolean }>(
    "SELECT to_regclass('public.schema_migration') IS NOT NULL AS made",
  );
  if (!made.rows[0]?.made) throw new Error("数据库还是空的，没有可备份的内容");
  const tables = await listTables(client);
  const migrations = await client.query<{ version: number; checksum: string }>(
    "SELECT version, checksum FROM schema_migration ORDER BY version",
  );
  findings.auditHead = await newestHead(client);
  const header: BackupHeader = {
    format: FORMAT,
    createdAt: new Date().toISOString(),
    auditHead: findings.auditHead,
    migrations: migrations.rows,
    tables,
  };
  yield json("header.json", header);
  const digests: Record<string, TableDigest> = {};
  for (const [index, table] of tables.entries()) {
    digests[table.name] = yield* rowsOf(client, table, index);
  }
  const sequences = await listSequences(client);
  const files = yield* uploadedFiles(filesDir, findings);
  findings.missing = await missingFiles(client, files.names);
  const manifest: BackupManifest = {
    tables: digests,
    sequences,
    files: { count: files.names.size, bytes: files.bytes },
  };
  findings.manifest = manifest;
  yield json("manifest.json", manifest);
}

async function newestHead(client: ClientBase): Promise<string | null> {
  const made = await client.query<{ made: boolean }>("SELECT to_regclass('public.audit_head') IS NOT NULL AS made");
  if (!made.rows[0]?.made) return null;
  const found = await client.query<{ text: string }>("SELECT text FROM audit_head ORDER BY seq DESC LIMIT 1");
  return found.rows[0]?.text ?? null;
}

function json(name: string, value: unknown): TarEntry {
  return whole(name, Buffer.from(JSON.stringify(value)));
}

function whole(name: string, content: Buffer): TarEntry {
  return { name, size: content.length, body: Readable.from([content]) };
}

/** A table's rows as entries that each hold whole rows. */
async function* rowsOf(client: ClientBase, table: TableInfo, index: number): AsyncGenerator<TarEntry, TableDigest> {
  const rows = copyOut(client, table);
  let held: Buffer[] = [];
  let size = 0;
  for (let number = 0; ;) {
    const step = await rows.next();
    if (!step.done) {
      held.push(step.value);
      size += step.value.length;
    }
    if (size > 0 && (step.done || size >= PIECE)) {
      const all = Buffer.concat(held);
      // COPY escapes line ends inside values, so this one ends a row.
      const end = all.lastIndexOf(0x0a) + 1;
      if (end > 0) {
        yield whole(`${tableDirectory(index)}/${String(number++).padStart(6, "0")}`, all.subarray(0, end));
      }
      held = end < all.length ? [all.subarray(end)] : [];
      size = all.length - end;
    }
    if (step.done) return step.value;
  }
}

async function* uploadedFiles(
  filesDir: string,
  findings: Findings,
): AsyncGenerator<TarEntry, { names: Set<string>; bytes: number }> {
  const names = new Set<string>();
  let bytes = 0;
  const entries = existsSync(filesDir) ? await readdir(filesDir, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // A backup that is still being received has another name.
    if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const source = await open(join(entry.parentPath, entry.name));
    const hash = createHash("sha256");
    try {
      const { size } = await source.stat();
      const body = createReadStream("", { fd: source, autoClose: false, start: 0, end: Math.max(0, size - 1) });
      const name = `files/${entry.name.slice(0, 2)}/${entry.name}`;
      yield { name, size, body: hashing(size > 0 ? body : [], hash) };
      names.add(entry.name);
      bytes += size;
    } finally {
      await source.close();
    }
    if (hash.digest("hex") !== entry.name) findings.damaged.push(entry.name);
  }
  return { names, bytes };
}

async function* hashing(
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    hash.update(piece);
    yield piece;
  }
}

async function missingFiles(client: ClientBase, present: ReadonlySet<string>): Promise<string[]> {
  const found = await client.query<{ name: string }>("SELECT DISTINCT encode(sha256, 'hex') AS name FROM stored_file");
  return found.rows.map((row) => row.name).filter((name) => !present.has(name));
}

/** Runs the verb. */
export async function run(args: readonly string[]): Promise<number> {
  const [given] = args;
  if (given === undefined || args.length > 1) throw new Error("用法：npm run --silent admin -- backup 文件");
  const file = outputPath(given);
  const result = await withDatabase((url, config) => backUp({ url, filesDir: filesOf(config), file }));
  console.log(JSON.stringify(result));
  console.error(`已备份到 ${basename(file)}。密钥不在其中，请另行妥善保存密钥文件。`);
  return result.missingFiles.length + result.damagedFiles.length > 0 ? 1 : 0;
}
