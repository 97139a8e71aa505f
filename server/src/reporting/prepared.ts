import type { Context } from "../kernel/context.ts";

/** A statement that each connection plans once: pages that thousands open in a minute must not pay for planning each time. */
export interface Prepared {
  name: string;
  text: string;
}

/** Runs it on the pool and returns its single JSON column `page`, or null where it finds no row. For reads outside a transaction. */
export async function preparedPage<T>(context: Context, statement: Prepared, values: unknown[]): Promise<T | null> {
  const found = await context.services.pool.query<{ page: T }>({ ...statement, values });
  return found.rows[0]?.page ?? null;
}
