import type { Context } from "../../kernel/context.ts";
import type { PreparedForMany } from "../../kernel/fast-lane.ts";

/**
 * Runs a page's one statement, which gives each key its single JSON column `page`; null where there is none. Pages asked for at once
 * are read at once. For reads outside a transaction.
 */
export async function preparedPage<T>(
  context: Context,
  statement: PreparedForMany,
  key: readonly unknown[],
): Promise<T | null> {
  const found = await context.services.fastLane.one<{ page: T }>(statement, key);
  return found?.page ?? null;
}
