import type { Context } from "../kernel/context.ts";
import type { Prepared } from "../kernel/fast-lane.ts";

export type { Prepared } from "../kernel/fast-lane.ts";

/** Runs a page's one statement and returns its single JSON column `page`, or null where it finds no row. For reads outside a transaction. */
export async function preparedPage<T>(context: Context, statement: Prepared, values: unknown[]): Promise<T | null> {
  const found = await context.services.fastLane.query<{ page: T }>(statement, values);
  return found.rows[0]?.page ?? null;
}
