/**
 * Content of a database for a backup: tables of the platform and of its queue, their columns, and one reproducible text form of
 * each table's rows.
 */
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";

/** The schemas that belong to the platform. */
const SCHEMAS = ["public", "graphile_worker"];

/** Tables filled by the migrations themselves, also before a restore. */
const KEPT_BY_MIGRATIONS = new Set(["public.schema_migration", "graphile_worker.migrations"]);

/** A table as the backup records it. */
export interface TableInfo {
  /** Quoted schema and name. */
  readonly name: string;
  /** Quoted; generated columns are left out, since they follow from the others. */
  readonly columns: readonly string[];
  /** Quoted sort expressions that give one order of rows on every server. */
  readonly order: readonly string[];
}

export interface SequenceInfo {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Number of rows of a table, and the SHA-256 of their text in order. */
export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
    (SELECT coalesce(array_agg(quote_ident(a.attname) ORDER BY a.attnum), '{}') FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT coalesce(array_agg(quote_ident(a.attname) ||
        -- Servers differ in how they sort text; the bytes are the same everywhere.
        CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END ORDER BY k.position), '{}')
      FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, position)
      JOIN pg_attribute a ON a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS "order"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 1`;

/** All tables with facts, by name. */
export async function listTables(client: ClientBase): Promise<TableInfo[]> {
  const { rows } = await client.query<TableInfo>(TABLES, [SCHEMAS]);
  return rows.filter((table) => !KEPT_BY_MIGRATIONS.has(table.name));
}

/** Positions of all sequences. Read after the tables' snapshot, so that they may be ahead of the rows but never behind. */
export async function listSequences(client: ClientBase): Promise<SequenceInfo[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = ANY ($1) ORDER BY 1",
    [SCHEMAS],
  );
  const found: SequenceInfo[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM ${name}`,
    );
    const [row] = state.rows;
    if (row) found.push({ name, lastValue: row.last, isCalled: row.called });
  }
  return found;
}

/** Sets a connection to one text format of values, whatever the server's settings. */
export async function settleTextFormat(client: ClientBase): Promise<void> {
  await client.query(`SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET timezone = 'UTC';
    SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0; SET client_encoding = 'UTF8'`);
}

/** Streams a table's rows as COPY text; returns their number and digest. */
export async function* copyOut(client: ClientBase, table: TableInfo): AsyncGenerator<Buffer, TableDigest> {
  const order = table.order.length > 0 ? table.order.join(", ") : 't::text COLLATE "C"';
  const sql = `COPY (SELECT ${table.columns.join(", ")} FROM ${table.name} t ORDER BY ${order}) TO STDOUT`;
  const stream = client.query(copyTo(sql));
  const hash = createHash("sha256");
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
  return { rows: stream.rowCount, sha256: hash.digest("hex") };
}

/** Digest of a table's current rows. */
export async function digestOf(client: ClientBase, table: TableInfo): Promise<TableDigest> {
  const rows = copyOut(client, table);
  for (;;) {
    const step = await rows.next();
    if (step.done) return step.value;
  }
}
