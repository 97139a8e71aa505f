import type { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { daySql } from "./days.ts";
import { columnOf, type FactShape } from "./shape.ts";

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Facts as columns of small integers, ordered by person and id, so that distinct persons are counted in one pass without a set. */
export interface Columns {
  length: number;
  id: Uint32Array;
  person: Uint32Array;
  days: Record<string, Uint16Array>;
  codes: Record<string, Uint16Array>;
  amounts: Record<string, Float64Array | Uint32Array>;
}

/** Fen of one claim may exceed 2^32; nothing else does. */
const isWide = (field: string): boolean => field.endsWith("_fen");

export function emptyColumns(shape: FactShape, length: number): Columns {
  return {
    length,
    id: new Uint32Array(length),
    person: new Uint32Array(length),
    days: Object.fromEntries(shape.dates.map((name) => [name, new Uint16Array(length)])),
    codes: Object.fromEntries(shape.dimensions.map((name) => [name, new Uint16Array(length)])),
    amounts: Object.fromEntries(
      shape.amounts.map((name) => [name, isWide(name) ? new Float64Array(length) : new Uint32Array(length)]),
    ),
  };
}

/** The columns in the order of the COPY below. */
export const listOf = (columns: Columns): Column[] => [
  columns.person,
  columns.id,
  ...Object.values(columns.days),
  ...Object.values(columns.codes),
  ...Object.values(columns.amounts),
];

/** Reads rows newer than a version, in order, by one binary COPY: a million rows take a second or two and no heap. */
export async function readColumns(client: PoolClient, shape: FactShape, newerThan: number): Promise<Columns> {
  const counted = await client.query<{ n: number }>(
    `select count(*)::int as n from ${shape.table} where version > $1`,
    [newerThan],
  );
  const columns = emptyColumns(shape, counted.rows[0]?.n ?? 0);
  const fields = [
    "person_number",
    "id",
    ...shape.dates.map(daySql),
    ...shape.dimensions.map(columnOf),
    ...shape.amounts,
  ].map((field) => `(${field})::${isWide(field) ? "int8" : "int4"}`);
  const stream = client.query(
    copyTo(
      `copy (select ${fields.join(", ")} from ${shape.table} where version > ${newerThan} order by person_number, id)
       to stdout (format binary)`,
    ),
  );
  const rows = await parseRows(stream, listOf(columns));
  // The rows end a moment before the statement does; the next one may follow only then.
  await nextTurn();
  if (rows !== columns.length) throw new Error(`${shape.table}: ${rows} rows where ${columns.length} were counted`);
  return columns;
}

/** 11 bytes signature, flags, length of an extension that is never there. */
const HEADER = 19;
/** Each field has its length before it. */
const LENGTH = 4;

async function parseRows(stream: Readable, columns: Column[]): Promise<number> {
  const wide = columns.map((column) => column instanceof Float64Array);
  const stride = wide.reduce((bytes, isDouble) => bytes + LENGTH + (isDouble ? 8 : 4), 2);
  let rest: Buffer = Buffer.alloc(0);
  let skip = HEADER;
  let row = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    if (skip > 0) {
      if (rest.length < skip) continue;
      at = skip;
      skip = 0;
    }
    // The trailer is shorter than a row, so it is never read as one.
    for (; at + stride <= rest.length; row += 1) {
      at += 2;
      for (let field = 0; field < columns.length; field += 1) {
        const column = columns[field] as Column;
        const value = rest.readInt32BE(at + LENGTH);
        column[row] = wide[field] ? value * 4_294_967_296 + rest.readUInt32BE(at + LENGTH + 4) : value;
        at += LENGTH + (wide[field] ? 8 : 4);
      }
    }
    rest = rest.subarray(at);
  }
  return row;
}

/**
 * Merges newer rows: a known id is replaced, others are inserted; one that became another person's, as records were joined, leaves its
 * old place. Both sides are ordered by person and id.
 */
export function mergeColumns(shape: FactShape, before: Columns, newer: Columns): Columns {
  const fresh: number[] = [];
  const [into, from] = [listOf(before), listOf(newer)];
  for (let row = 0; row < newer.length; row += 1) {
    const place = placeOf(before, newer.person[row] as number, newer.id[row] as number);
    if (place < before.length && before.id[place] === newer.id[row])
      into.forEach((column, index) => {
        column[place] = from[index]?.[row] as number;
      });
    else fresh.push(row);
  }
  if (fresh.length === 0) return before;
  const stayed = withoutMoved(shape, before, newer, fresh);
  const kept = listOf(stayed);
  const merged = emptyColumns(shape, stayed.length + fresh.length);
  const out = listOf(merged);
  let read = 0;
  let written = 0;
  for (const row of fresh) {
    const place = placeOf(stayed, newer.person[row] as number, newer.id[row] as number);
    out.forEach((column, index) => {
      column.set((kept[index] as Column).subarray(read, place), written);
      column[written + place - read] = from[index]?.[row] as number;
    });
    written += place - read + 1;
    read = place;
  }
  out.forEach((column, index) => column.set((kept[index] as Column).subarray(read), written));
  return merged;
}

/** The rows without those that the newer ones have under another person. Ids only grow, so most often nothing is looked for. */
function withoutMoved(shape: FactShape, before: Columns, newer: Columns, fresh: readonly number[]): Columns {
  let highest = 0;
  for (const id of before.id) if (id > highest) highest = id;
  const moved = new Set(fresh.map((row) => newer.id[row] as number).filter((id) => id <= highest));
  if (moved.size === 0) return before;
  const rows: number[] = [];
  before.id.forEach((id, row) => {
    if (!moved.has(id)) rows.push(row);
  });
  const stayed = emptyColumns(shape, rows.length);
  const from = listOf(before);
  listOf(stayed).forEach((column, index) => {
    rows.forEach((row, at) => {
      column[at] = from[index]?.[row] as number;
    });
  });
  return stayed;
}

/** First position whose (person, id) isn't below. */
export function placeOf(columns: Columns, person: number, id: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const who = columns.person[middle] as number;
    if (who < person || (who === person && (columns.id[middle] as number) < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
