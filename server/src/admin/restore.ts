/**
 * `admin restore FILE`: restores a backup into an empty database. This program's migrations create the schema up to the backup's
 * version; then, in one transaction, rows are loaded, foreign keys checked, and each table is read back and compared with the
 * backup's digest. Any difference rolls everything back.
 */
import { Client, Pool } from "pg";
import { ArchiveError, readTar } from "./tar.ts";
import type { TarEntry } from "./tar.ts";
import { decompressed, FORMAT } from "./archive.ts";
import type { BackupHeader, BackupManifest } from "./archive.ts";
import { withDatabase } from "./connection.ts";
import { settleTextFormat } from "./contents.ts";
import { requireEmpty } from "./empty-database.ts";
import { loadPiece, prepareToLoad } from "./load.ts";
import type { Load } from "./load.ts";
import { migrate, readMigrations } from "../kernel/migrate.ts";
import { filesOf, outputPath } from "./paths.ts";
import { keepFile } from "./restore-files.ts";

export interface RestoreResult {
  readonly file: string;
  readonly createdAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** The schema's version in the backup, and after the restore. */
  readonly fromVersion: number;
  readonly version: number;
}

/** Restores `file` into the empty database at `url`, and its uploaded files into `filesDir`. */
export async function restore(options: { url: string; filesDir: string; file: string }): Promise<RestoreResult> {
  const { url, filesDir, file } = options;
  const source = decompressed(file);
  const entries = readTar(source);
  const client = new Client({ connectionString: url, application_name: "jinengtong-restore" });
  client.on("error", () => undefined);
  await client.connect();
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on("error", () => undefined);
  try {
    const header = await readHeader(entries);
    await requireEmpty(client);
    await makeSchema(pool, header);
    await settleTextFormat(client);
    await client.query("BEGIN");
    const load = await prepareToLoad(client, header.tables);
    const { manifest, files } = await readRest(entries, load, filesDir);
    await load.finish(manifest);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    const { version } = await migrate(pool);
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    const { createdAt, tables, migrations } = header;
    return { file, createdAt, tables: tables.length, rows, files, fromVersion: migrations.length, version };
  } finally {
    await source.return(undefined);
    await client.end();
    await pool.end();
  }
}

async function readHeader(entries: AsyncGenerator<TarEntry>): Promise<BackupHeader> {
  const first = await entries.next();
  if (first.done || first.value.name !== "header.json") throw new ArchiveError("这不是本平台的备份文件");
  const header = (await readJson(first.value)) as BackupHeader;
  if (header.format !== FORMAT)
    throw new ArchiveError(`备份格式 ${String(header.format)} 不是本程序能读的 ${String(FORMAT)}`);
  return header;
}

async function readJson(entry: TarEntry): Promise<unknown> {
  return JSON.parse(Buffer.concat(await Array.fromAsync(entry.body)).toString("utf8"));
}

/** The schema as of the backup. */
async function makeSchema(pool: Pool, header: BackupHeader): Promise<void> {
  const own = await readMigrations();
  for (const { version, checksum } of header.migrations) {
    const migration = own[version - 1];
    if (!migration) {
      throw new ArchiveError(
        `备份的数据库版本是 ${header.migrations.length}，比本程序（${own.length}）新；请使用新版程序恢复`,
      );
    }
    if (migration.checksum !== checksum) throw new ArchiveError(`备份所用的迁移 ${version} 与本程序的不同，不能恢复`);
  }
  const { version } = await migrate(pool, { to: header.migrations.length });
  if (version !== header.migrations.length) {
    throw new ArchiveError(
      `目标数据库的版本是 ${version}，比备份（${header.migrations.length}）新；请恢复到一个全新的数据库`,
    );
  }
}

async function readRest(
  entries: AsyncGenerator<TarEntry>,
  load: Load,
  filesDir: string,
): Promise<{ manifest: BackupManifest; files: number }> {
  let manifest: BackupManifest | undefined;
  let files = 0;
  // `for await` would close the archive at the first error and hide it behind its own.
  for (let step = await entries.next(); !step.done; step = await entries.next()) {
    const entry = step.value;
    const [kind, directory = ""] = entry.name.split("/");
    if (kind === "tables") await loadPiece(load, Number(directory), entry.body);
    else if (kind === "files") {
      await keepFile(filesDir, entry);
      files += 1;
    } else if (entry.name === "manifest.json") manifest = (await readJson(entry)) as BackupManifest;
    else throw new ArchiveError(`备份文件里有不认识的内容：${entry.name}`);
  }
  if (!manifest) throw new ArchiveError("备份文件不完整：没有清单");
  if (files !== manifest.files.count) throw new ArchiveError(`应有 ${manifest.files.count} 个文件，实有 ${files} 个`);
  return { manifest, files };
}

/** Runs the verb. */
export async function run(args: readonly string[]): Promise<number> {
  const [given] = args;
  if (given === undefined || args.length > 1) throw new Error("用法：npm run --silent admin -- restore 文件");
  const result = await withDatabase((url, config) =>
    restore({ url, filesDir: filesOf(config), file: outputPath(given) }),
  );
  console.log(JSON.stringify(result));
  console.error("已恢复。请放回备份时所用的密钥，再执行 npm run --silent admin -- verify 核对。");
  return 0;
}
