import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { leaseOwner } from "../owners.ts";
import { readWatch, writeWatch } from "./watch-store.ts";

/** Closes a lesson. An open check counts as missed. */
export const endWatching = operation({
  method: "POST",
  path: "/api/v1/watch-leases/:id/end",
  summary: "结束学习课件",
  permission: { roles: ["learner"], over: leaseOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await endLease(context, params.id, "closed");
    context.audit({ kind: "watch-lease", id: params.id });
    return { id: params.id };
  },
});

/** Ends a lease in the caller's transaction; an ended one stays as it is. */
export async function endLease(
  context: Context,
  leaseId: string,
  because: "closed" | "opened-elsewhere",
): Promise<void> {
  const watch = await readWatch(context.db, leaseId, true);
  if (!watch || watch.endedAt) return;
  await writeWatch(context.db, watch, [{ kind: "close", at: context.now.getTime() }]);
  if (watch.checkId && watch.shownAt)
    await context.db.updateTable("check_moment").set({ passed: false }).where("id", "=", watch.checkId).execute();
  await context.db
    .updateTable("watch_lease")
    .set({ ended_at: context.now, ended_because: because })
    .where("id", "=", leaseId)
    .where("ended_at", "is", null)
    .execute();
}
