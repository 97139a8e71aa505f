import type { Context } from "../../kernel/context.ts";
import type { BatchStatement } from "../../kernel/batched-lookups.ts";

/**
 * Runs a page's one statement, which returns a single JSON column `page` per key; null if there is none. Concurrent requests are
 * batched. For reads outside a transaction.
 */
export async function preparedPage<T>(
  context: Context,
  statement: BatchStatement,
  key: readonly unknown[],
): Promise<T | null> {
  const found = await context.services.lookups.one<{ page: T }>(statement, key);
  return found?.page ?? null;
}
