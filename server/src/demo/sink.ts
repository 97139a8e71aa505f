import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

type Value = string | number | boolean | null | Buffer | readonly string[] | { readonly [key: string]: unknown };
export type Row = Readonly<Record<string, Value | undefined>>;

const FLUSH_AT = 2_000_000;

interface Table {
  columns: string[];
  lines: string[];
  size: number;
}

/**
 * Takes rows of any tables and copies them into the database in bulk, in memory that does not grow with the county. The rows of a
 * table all have the same columns. Triggers are off meanwhile: what they would write, the generator writes, and `verify` proves it.
 */
export class Sink {
  private readonly tables = new Map<string, Table>();
  private readonly client: pg.ClientBase;
  readonly counts = new Map<string, number>();

  constructor(client: pg.ClientBase) {
    this.client = client;
  }

  add(name: string, row: Row): void {
    let table = this.tables.get(name);
    if (!table) {
      table = { columns: Object.keys(row), lines: [], size: 0 };
      this.tables.set(name, table);
    }
    const line = table.columns.map((column) => encode(row[column])).join("\t");
    table.lines.push(line);
    table.size += line.length;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Copies what has gathered; all of it with `force`. */
  async flush(force = false): Promise<void> {
    for (const [name, table] of this.tables) {
      if (table.lines.length === 0 || (!force && table.size < FLUSH_AT)) continue;
      const stream = this.client.query(copyFrom(`COPY ${name} (${table.columns.join(", ")}) FROM STDIN`));
      if (!stream.write(`${table.lines.join("\n")}\n`)) await once(stream, "drain");
      stream.end();
      await once(stream, "finish");
      table.lines = [];
      table.size = 0;
    }
  }
}

/** One value in the text format of COPY. */
function encode(value: Value | undefined): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "string") return escape(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (Array.isArray(value))
    return escape(`{${value.map((each: string) => `"${each.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`);
  return escape(JSON.stringify(value));
}

const escape = (text: string): string =>
  text.replaceAll(/[\\\t\n\r]/g, (c) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[c] ?? c);
