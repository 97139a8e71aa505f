import { once } from "node:events";
import type { Insertable } from "kysely";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Tables } from "../database.ts";

/** An instant as text with its offset, e.g. 2026-03-18T09:00:00+08:00. Text, because millions of Date objects cost more than the copying. */
export type Timestamp = `${string}T${string}${"Z" | "+08:00"}`;
export const timestamp = (at: number | Date): Timestamp => new Date(at).toISOString() as Timestamp;

type Written<T> = T extends Date ? Timestamp : T extends readonly (infer E)[] ? readonly E[] : T;

/** A row of a table as `Tables` says it can be inserted. */
export type RowOf<Name extends keyof Tables> = {
  readonly [Column in keyof Insertable<Tables[Name]>]: Written<Insertable<Tables[Name]>[Column]>;
};

type Value = string | number | boolean | null | undefined | Buffer | readonly string[];

const FLUSH_AT = 2_000_000;

interface Batch {
  columns: string[];
  lines: string[];
  size: number;
  /** Rows so far, copied or not. */
  rows: number;
}

/**
 * Collects rows of any tables and copies them in bulk into the database, in memory that doesn't grow with the county. The rows of a
 * table all have the same columns. Triggers are off: the writer also writes their rows, and `verify` proves it.
 */
export class Sink {
  private readonly batches = new Map<keyof Tables, Batch>();
  private readonly client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.client = client;
  }

  add<Name extends keyof Tables>(name: Name, row: RowOf<Name>): void {
    const values: Record<string, unknown> = row;
    let batch = this.batches.get(name);
    if (!batch) {
      batch = { columns: Object.keys(values), lines: [], size: 0, rows: 0 };
      this.batches.set(name, batch);
    }
    const line = batch.columns.map((column) => encode(values[column] as Value)).join("\t");
    batch.lines.push(line);
    batch.size += line.length;
    batch.rows += 1;
  }

  /** Number of rows added to a table. */
  count(name: keyof Tables): number {
    return this.batches.get(name)?.rows ?? 0;
  }

  /** The number of the next row of a table, from 1. */
  next(name: keyof Tables): number {
    return this.count(name) + 1;
  }

  get counts(): Map<string, number> {
    return new Map(Array.from(this.batches, ([name, { rows }]) => [name, rows]));
  }

  /** Copies the collected rows; all of them with `force`. */
  async flush(force = false): Promise<void> {
    for (const [name, batch] of this.batches) {
      if (batch.lines.length === 0 || (!force && batch.size < FLUSH_AT)) continue;
      const stream = this.client.query(copyFrom(`COPY ${name} (${batch.columns.join(", ")}) FROM STDIN`));
      if (!stream.write(`${batch.lines.join("\n")}\n`)) await once(stream, "drain");
      stream.end();
      await once(stream, "finish");
      batch.lines = [];
      batch.size = 0;
    }
  }

  /** Advances sequences past the assigned numbers. */
  async goOn(sequence: string, last: number): Promise<void> {
    await this.client.query("select setval($1, $2::bigint, false)", [sequence, last + 1]);
  }

  /** Advances identity columns past their highest value. */
  async goOnAll(): Promise<void> {
    const { rows } = await this.client.query<{ sequence: string; source: string; column: string }>(`
      select pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence, table_name as source, column_name as column
      from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`);
    for (const { sequence, source, column } of rows)
      await this.client.query(`select setval($1, greatest((select coalesce(max(${column}), 0) from ${source}), 1))`, [
        sequence,
      ]);
  }
}

/** One value in the text format of COPY. */
function encode(value: Value): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escape(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  return escape(`{${value.map((each) => `"${each.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`);
}

const escape = (text: string): string =>
  text.replaceAll(/[\\\t\n\r]/g, (c) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[c] ?? c);
