import { z } from "zod";
import type { Database } from "../../kernel/database.ts";
import { summaryOf } from "../../kernel/operation.ts";
import { Instant } from "../../kernel/shapes.ts";

/** Something that was done for somebody. */
export const Act = z.object({ operation: z.string(), at: Instant });

/** Acts of one right, oldest first, by the names of their operations. */
export async function actsOf(
  db: Database,
  of: { column: "window_id" | "helping_id"; ids: readonly string[] },
): Promise<Map<string, z.output<typeof Act>[]>> {
  const acts = new Map<string, z.output<typeof Act>[]>();
  if (of.ids.length === 0) return acts;
  const rows = await db
    .selectFrom("acted_for")
    .select(["window_id", "helping_id", "operation", "at"])
    .where(of.column, "in", [...of.ids])
    .orderBy("id")
    .limit(500)
    .execute();
  for (const row of rows) {
    const id = row[of.column] ?? "";
    acts.set(id, [...(acts.get(id) ?? []), { operation: summaryOf(row.operation), at: row.at.toISOString() }]);
  }
  return acts;
}
