import { z } from "zod";
import type { Database } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { ANSWER_MS, drawCheck, NETWORK_GRACE_MS } from "./check-moments.ts";
import { leaseOwner } from "../owners.ts";
import type { WatchState } from "./watched-time.ts";
import { readWatch, writeWatch, type Watch } from "./watch-store.ts";
import { leaseLost, WatchView, watchView } from "./watch-view.ts";

/** Records the one answer to a check. A wrong or late one takes credit back to the last passed check. */
export const answerCheck = operation({
  method: "POST",
  path: "/api/v1/watch-leases/:id/answers",
  summary: "回答学习确认",
  permission: { roles: ["learner"], over: leaseOwner },
  params: ById,
  body: z.strictObject({ checkId: Id, option: z.int().min(0).max(9) }),
  output: WatchView.extend({ passed: z.boolean() }),
  async run(context, { params, body }) {
    const watch = await readWatch(context.db, params.id, true);
    if (!watch || watch.endedAt) throw leaseLost();
    if (watch.checkId !== body.checkId || !watch.shownAt || !watch.question || !watch.state.checkPending)
      throw conflict("check-over", "这个学习确认已经结束，请继续学习。");
    const inTime = context.now.getTime() <= watch.shownAt.getTime() + ANSWER_MS + NETWORK_GRACE_MS;
    const passed = inTime && watch.question.answer === body.option;
    const state = await settleCheck(context.db, params.id, passed, context.now, watch);
    if (!state) throw leaseLost();
    context.audit({ kind: "watch-lease", id: params.id, detail: { checkId: body.checkId, passed } });
    return { ...watchView(watch, state, context.now), passed };
  },
});

/**
 * Settles the lease's open check in the caller's transaction and draws the next. Null if the lease or the check ended meanwhile.
 */
export async function settleCheck(
  db: Database,
  leaseId: string,
  passed: boolean,
  now: Date,
  locked?: Watch,
): Promise<WatchState | null> {
  const watch = locked ?? (await readWatch(db, leaseId, true));
  if (!watch || watch.endedAt || !watch.checkId || !watch.state.checkPending) return null;
  const kind = passed ? "check-passed" : "check-missed";
  const state = await writeWatch(db, watch, [{ kind, at: now.getTime(), checkId: watch.checkId }]);
  if (!state) return null;
  await db
    .updateTable("check_moment")
    .set({ passed, answered_at: now })
    .where("id", "=", watch.checkId)
    .where("passed", "is", null)
    .execute();
  await drawCheck(
    db,
    { id: leaseId, enrolmentId: watch.enrolmentId, lessonId: watch.lessonId },
    state.furthestMs,
    watch.durationMs,
  );
  return state;
}
