/**
 * Migrates a database's schema to this program's version: numbered SQL files in `server/migrations`, each applied once, in order,
 * in its own transaction. Several processes may start at once: one migrates, the others wait.
 */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import type { ClientBase, Pool } from "pg";

/** One file of `server/migrations`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with normalised line ends, so that every checkout gives the same. */
  readonly checksum: string;
}

export interface MigrateOptions {
  /** Another directory of migrations (tests). */
  readonly directory?: string;
  /** Stops after this version (to restore an older program's backup). */
  readonly to?: number;
}

export interface MigrateResult {
  /** The versions applied now. */
  readonly applied: number[];
  /** The version that the database has. */
  readonly version: number;
}

/** Thrown when migration files and database don't match. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

const DIRECTORY = fileURLToPath(new URL("../../migrations", import.meta.url));
/** Lock number; all processes of the platform must use the same. */
const ADVISORY_LOCK = 7_410_201_911;

/** Reads and checks the migration files: `0001_name.sql`, `0002_…` without a gap. */
export async function readMigrations(directory: string = DIRECTORY): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => !file.startsWith(".")).toSorted();
  return Promise.all(
    files.map(async (file, index) => {
      const parts = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file);
      if (!parts) throw new MigrationError(`迁移文件名应为 NNNN_name.sql：${file}`);
      const version = Number(parts[1]);
      if (version !== index + 1) throw new MigrationError(`迁移编号应从 0001 起连续：${file} 应为第 ${index + 1} 个`);
      const sql = await readFile(join(directory, file), "utf8");
      const checksum = createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
      return { version, name: parts[2] ?? "", sql, checksum };
    }),
  );
}

/** Applies missing migrations and returns them. The pool must allow two connections. */
export async function migrate(pool: Pool, options: MigrateOptions = {}): Promise<MigrateResult> {
  const migrations = await readMigrations(options.directory);
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await migrateQueue(pool);
    return await applyMissing(client, migrations, options.to ?? migrations.length);
  } finally {
    // Closing the connection releases the lock whatever its state. Errors while closing are ignored.
    client.on("error", ignore);
    client.release(true);
  }
}

function ignore(): void {}

/** The queue has its own schema and migrates it itself. */
async function migrateQueue(pool: Pool): Promise<void> {
  // pg requires a listener for connection errors between statements; here the next statement reports them.
  pool.on("error", ignore);
  pool.on("connect", ignore);
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => ignore) });
  } finally {
    pool.off("error", ignore);
    pool.off("connect", ignore);
  }
}

async function applyMissing(client: ClientBase, migrations: Migration[], to: number): Promise<MigrateResult> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (
    version int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ version: number; checksum: string }>(
    "SELECT version, checksum FROM schema_migration ORDER BY version",
  );
  for (const [index, row] of rows.entries()) {
    const file = migrations[index];
    if (row.version !== index + 1) throw new MigrationError(`数据库的迁移记录缺少第 ${index + 1} 号`);
    if (!file)
      throw new MigrationError(
        `数据库已迁移到第 ${rows.length} 号，比本程序（${migrations.length}）新；请使用新版程序`,
      );
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `迁移 ${file.name}（${file.version} 号）在应用之后被改动；已应用的迁移不可修改，请另加一个迁移`,
      );
    }
  }
  const applied: number[] = [];
  for (const migration of migrations.slice(rows.length, to)) {
    await applyOne(client, migration);
    applied.push(migration.version);
  }
  return { applied, version: rows.length + applied.length };
}

async function applyOne(client: ClientBase, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query("INSERT INTO schema_migration (version, name, checksum) VALUES ($1, $2, $3)", [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`迁移 ${migration.version}_${migration.name} 失败：${reason}`, { cause: error });
  }
}
