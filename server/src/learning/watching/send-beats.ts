import { z } from "zod";
import { covers } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, notFound, Problem } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { keepRefusedPresence } from "../../training/index.ts";
import { settleCheck } from "./answer-check.ts";
import { ANSWER_MS, NETWORK_GRACE_MS } from "./check-moments.ts";
import { applyWatchEvent } from "./watched-time.ts";
import { type NewWatchEvent, readWatchFast, rulesFor, type Watch, writeWatchFast } from "./watch-store.ts";
import { classOver, leaseLost, WatchView, watchView } from "./watch-view.ts";

const MEDIA_LIMIT_MS = 86_400_000;
const TRIES = 5;

const Beat = z.strictObject({
  fromMs: z.int().min(0).max(MEDIA_LIMIT_MS),
  toMs: z.int().min(0).max(MEDIA_LIMIT_MS),
  playbackRate: z.number().min(0).max(16).default(1),
  visible: z.boolean().default(true),
});

/**
 * Records the player's beats: the intervals played since the last. The busiest operation, so two statements: one reads, one writes
 * events and credit together, or nothing if another beat came between. Beats from an offline period may arrive together, in any
 * order, and repeatedly.
 */
export const sendBeats = operation({
  method: "POST",
  path: "/api/v1/watch-leases/:id/beats",
  summary: "上报学习进度",
  permission: { roles: ["learner"] },
  creates: false,
  params: ById,
  body: z.strictObject({
    beats: z
      .array(Beat.refine((beat) => beat.toMs >= beat.fromMs, "区间的终点不能早于起点"))
      .min(1)
      .max(60),
  }),
  output: WatchView,
  async run(context, { params, body }) {
    const at = context.now.getTime();
    const beats = body.beats
      .toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)
      .map((beat): NewWatchEvent => ({ ...beat, kind: "beat", at }));
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const watch = await readWatchFast(context.services, params.id);
      if (!watch) throw notFound("这次学习");
      if (!covers(context.actor, { personId: watch.personId }))
        throw forbidden("这不是您本人的学习，不能上报进度。", "not-yours");
      if (watch.endedAt) {
        if (watch.endedBecause === "opened-elsewhere")
          keepRefusedPresence(context, {
            personId: watch.personId,
            enrolmentId: watch.enrolmentId,
            kind: "watch",
            leaseId: watch.leaseId,
            device: context.request.userAgent?.slice(0, 80) ?? null,
          });
        throw leaseLost();
      }
      if (!watch.inClass) throw classOver();
      if (isOverdue(watch, context.now)) {
        await missCheck(context, watch.leaseId);
        continue;
      }
      const answer = await takeBeats(context, watch, beats);
      if (answer) return answer;
    }
    throw new Problem(409, "beats-busy", "学习进度正在更新，请稍候重新上报。");
  },
});

async function takeBeats(
  context: Context,
  watch: Watch,
  beats: readonly NewWatchEvent[],
): Promise<z.output<typeof WatchView> | null> {
  const rules = rulesFor(watch.durationMs);
  const events = [...beats];
  let state = watch.state;
  for (const beat of beats) state = applyWatchEvent(state, beat, rules);
  const { checkId, dueMs } = watch;
  const isDue = checkId !== null && dueMs !== null && watch.shownAt === null && state.furthestMs >= dueMs;
  if (isDue) events.push({ kind: "check-shown", at: context.now.getTime(), fromMs: dueMs, checkId });
  const written = await writeWatchFast(context.services, watch, events, isDue ? checkId : null);
  return written && watchView(watch, written, context.now, isDue ? context.now : watch.shownAt);
}

const isOverdue = (watch: Watch, now: Date): boolean =>
  watch.shownAt !== null && now.getTime() > watch.shownAt.getTime() + ANSWER_MS + NETWORK_GRACE_MS;

/** The beats operation has no transaction; the rare missed check gets one. */
const missCheck = (context: Context, leaseId: string): Promise<unknown> =>
  context.services.database.transaction().execute((db) => settleCheck(db, leaseId, false, context.now));
