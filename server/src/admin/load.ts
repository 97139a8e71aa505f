/**
 * Loads rows unchanged. Triggers must not run again (they would refuse old states, or book twice) and foreign keys would force an
 * order, so both are dropped first and restored after. That needs the owner of the tables but no superuser, and restoring a foreign
 * key checks all its rows.
 */
import { pipeline } from "node:stream/promises";
import { DatabaseError } from "pg";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { BackupManifest } from "./archive.ts";
import { digestOf, listTables } from "./contents.ts";
import type { TableInfo } from "./contents.ts";
import { ArchiveError } from "./tar.ts";

/** A load under way, inside the client's open transaction. */
export interface Load {
  readonly client: ClientBase;
  readonly tables: readonly TableInfo[];
  /** Puts everything back and compares with the manifest. */
  finish(manifest: BackupManifest): Promise<void>;
}

interface Statement {
  readonly off: string;
  readonly on: string;
}

const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS off,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS on
  FROM pg_constraint k
  WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = ANY ($1::regclass[])
  ORDER BY k.conrelid, k.conname`;

const TRIGGERS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS off,
    format('ALTER TABLE %s ENABLE %s TRIGGER %I', t.tgrelid::regclass,
      CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname) AS on
  FROM pg_trigger t
  WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'D' AND t.tgrelid = ANY ($1::regclass[])
  ORDER BY t.tgrelid, t.tgname`;

/** Empties the tables and drops triggers and foreign keys. */
export async function prepareToLoad(client: ClientBase, tables: readonly TableInfo[]): Promise<Load> {
  await requireSameTables(client, tables);
  const names = tables.map((table) => table.name);
  // Names in the catalogue's text are unambiguous only with the schema written out.
  await client.query("SET LOCAL search_path = ''");
  const foreignKeys = (await client.query<Statement>(FOREIGN_KEYS, [names])).rows;
  const triggers = (await client.query<Statement>(TRIGGERS, [names])).rows;
  await client.query("SET LOCAL search_path = public");
  for (const { off } of [...triggers, ...foreignKeys]) await client.query(off);
  await client.query(`TRUNCATE ${names.join(", ")}`);
  return {
    client,
    tables,
    async finish(manifest) {
      // Deferred checks run now; they would block the statements below.
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      for (const { on } of [...foreignKeys, ...triggers]) await client.query(on);
      for (const { name, lastValue, isCalled } of manifest.sequences) {
        await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [name, lastValue, isCalled]);
      }
      await compare(client, tables, manifest);
      // Jobs that were running at the time of the backup are unlocked.
      await client.query("UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL");
      await client.query("UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL");
    },
  };
}

function shape(table: TableInfo): string {
  return `${table.name}(${[...table.columns].toSorted().join(",")})`;
}

async function requireSameTables(client: ClientBase, tables: readonly TableInfo[]): Promise<void> {
  const here = new Set((await listTables(client)).map(shape));
  const strange = tables.filter((table) => !here.has(shape(table)));
  if (strange.length > 0 || here.size !== tables.length) {
    const names = strange.map((table) => table.name).join("、");
    throw new ArchiveError(`备份里的表与本程序的不同：${names || "目标数据库里有别的表"}`);
  }
}

/** Loads one piece of a table's rows. */
export async function loadPiece(load: Load, index: number, body: AsyncIterable<Buffer>): Promise<void> {
  const table = load.tables[index];
  if (!table) throw new ArchiveError(`备份文件里有不认识的表（第 ${index} 个）`);
  const target = load.client.query(copyFrom(`COPY ${table.name} (${table.columns.join(", ")}) FROM STDIN`));
  try {
    await pipeline(body, target);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    // The server's message may quote a value, so only its code is shown.
    const code = error instanceof DatabaseError ? error.code : String(error);
    throw new ArchiveError(`表 ${table.name} 的内容无法载入（${code}），备份文件已损坏`, { cause: error });
  }
}

async function compare(client: ClientBase, tables: readonly TableInfo[], manifest: BackupManifest): Promise<void> {
  for (const table of tables) {
    const wanted = manifest.tables[table.name];
    const found = await digestOf(client, table);
    if (!wanted || wanted.rows !== found.rows || wanted.sha256 !== found.sha256) {
      throw new ArchiveError(
        `表 ${table.name} 恢复后与备份不符：应有 ${wanted?.rows ?? "?"} 行，实有 ${found.rows} 行` +
          (wanted?.rows === found.rows ? "，内容摘要不同" : ""),
      );
    }
  }
}
