import type { RawBuilder } from "kysely";
import { sql, type Database } from "./database.ts";
import { cursorOf } from "./list-cursor.ts";

/** Rows that are counted at most: whoever looks for something narrows the list long before, and counting on costs as much as the table is long. */
export const COUNTED = 10_000;

interface Totals {
  total: number;
  totalFen: number;
}

/**
 * Number of rows of a list: `from` says of which tables, under which conditions. Sent with the first page only, since it is the same
 * for all; an export needs none. A list of more than `COUNTED` rows has no number.
 */
export async function countWithFirstPage(
  db: Database,
  request: { cursor?: string | undefined },
  from: RawBuilder<unknown>,
): Promise<{ total?: number }> {
  const counted = await amountWithFirstPage(db, request, sql`0`, from);
  return counted.total === undefined ? {} : { total: counted.total };
}

/** Like `countWithFirstPage`, with the sum of an amount of each row, in fen. */
export async function amountWithFirstPage(
  db: Database,
  request: { cursor?: string | undefined },
  fen: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<Partial<Totals>> {
  if (request.cursor !== undefined || cursorOf(db) !== undefined) return {};
  const { rows } = await sql<Totals>`
    select count(*)::int as total, coalesce(sum(fen), 0)::bigint as "totalFen"
    from (select ${fen} as fen from ${from} limit ${COUNTED + 1}) counted`.execute(db);
  const [totals] = rows;
  return totals === undefined || totals.total > COUNTED ? {} : totals;
}

/** Like `amountWithFirstPage`, of a queue whose number and amount are acted upon: it is counted to its end. */
export async function queueWithFirstPage(
  db: Database,
  request: { cursor?: string | undefined },
  fen: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<Partial<Totals>> {
  if (request.cursor !== undefined || cursorOf(db) !== undefined) return {};
  const { rows } = await sql<Totals>`
    select count(*)::int as total, coalesce(sum(${fen}), 0)::bigint as "totalFen" from ${from}`.execute(db);
  return rows[0] ?? {};
}
