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
  private readonly closing: string[] = [];
  private copying: Promise<void> = Promise.resolve();

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

  /**
   * Copies the collected rows, all of them with `force`. The database takes them while the next ones are made: only a flush before
   * the last one has ended waits.
   */
  async flush(force = false): Promise<void> {
    await this.copying;
    this.copying = this.copy(force);
    // Whoever flushes next is told of a failure.
    this.copying.catch(() => {});
    if (force) await this.copying;
  }

  private async copy(force: boolean): Promise<void> {
    const ready = Array.from(this.batches).filter(
      ([, { lines, size }]) => lines.length > 0 && (force || size >= FLUSH_AT),
    );
    const taken = ready.map(([name, batch]) => {
      const text = `${batch.lines.join("\n")}\n`;
      batch.lines = [];
      batch.size = 0;
      return { name, columns: batch.columns, text };
    });
    for (const { name, columns, text } of taken) {
      const stream = this.client.query(copyFrom(`COPY ${name} (${columns.join(", ")}) FROM STDIN`));
      if (!stream.write(text)) await once(stream, "drain");
      stream.end();
      await once(stream, "finish");
    }
  }

  /** Advances sequences past the assigned numbers. */
  async goOn(sequence: string, last: number): Promise<void> {
    await this.client.query("select setval($1, $2::bigint, false)", [sequence, last + 1]);
  }

  /** Runs a statement when all rows are copied: it derives what triggers would have kept up to date. */
  derive(statement: string): void {
    this.closing.push(statement);
  }

  /** Derives what was asked for, and advances identity columns past their highest value. */
  async goOnAll(): Promise<void> {
    for (const statement of this.closing) await this.client.query(statement);
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

const SPECIAL = /[\\\t\n\r]/;
/** Hardly any text has what must be escaped. */
const escape = (text: string): string =>
  SPECIAL.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (c) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[c] ?? c)
    : text;
