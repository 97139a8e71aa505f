import type { RawBuilder } from "kysely";
import { sql, type Database } from "./database.ts";
import { cursorOf } from "./list-cursor.ts";

/**
 * Number of rows of a list: `from` says of which tables, under which conditions. Sent with the first page only, since it is the same
 * for all; an export needs none.
 */
export async function countWithFirstPage(
  db: Database,
  request: { cursor?: string | undefined },
  from: RawBuilder<unknown>,
): Promise<{ total?: number }> {
  return (await totalsWithFirstPage<{ total: number }>(db, request, sql`count(*)::int as total`, from)) ?? {};
}

/** Like `countWithFirstPage`, for more than the number of rows. */
export async function totalsWithFirstPage<Totals>(
  db: Database,
  request: { cursor?: string | undefined },
  what: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
): Promise<Totals | undefined> {
  if (request.cursor !== undefined || cursorOf(db) !== undefined) return undefined;
  const { rows } = await sql<Totals>`select ${what} from ${from}`.execute(db);
  return rows[0];
}
