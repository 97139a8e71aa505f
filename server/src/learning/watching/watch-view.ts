import { z } from "zod";
import { conflict, Problem } from "../../kernel/problem.ts";
import { ANSWER_MS, CheckView } from "./check-moments.ts";
import { creditedMs, isWatched, type WatchState } from "./watched-time.ts";
import { rulesFor, type Watch } from "./watch-store.ts";

/** State that the player needs after each beat. */
export const WatchView = z.object({
  leaseId: z.uuid(),
  furthestMs: z.int().describe("看到的最远位置；再往后的部分不计时长"),
  creditedMs: z.int().describe("已计入的时长，毫秒"),
  durationMs: z.int(),
  completed: z.boolean(),
  check: CheckView.nullable().describe("需要回答的学习确认；回答之前不再计时"),
});

export function watchView(
  watch: Watch,
  state: WatchState,
  now: Date,
  shownAt: Date | null = watch.shownAt,
): z.output<typeof WatchView> {
  const { question, checkId } = watch;
  const waiting = state.checkPending && question && checkId && shownAt;
  return {
    leaseId: watch.leaseId,
    furthestMs: state.furthestMs,
    creditedMs: creditedMs(state),
    durationMs: watch.durationMs,
    completed: isWatched(state, rulesFor(watch.durationMs)),
    check: waiting
      ? {
          id: checkId,
          text: question.text,
          options: question.options,
          secondsLeft: Math.max(0, Math.ceil((shownAt.getTime() + ANSWER_MS - now.getTime()) / 1_000)),
        }
      : null,
  };
}

/** Refusal for a player whose lesson was opened elsewhere. */
export const leaseLost = (): Problem =>
  new Problem(
    409,
    "lease-lost",
    "您已在另一处打开课程，这里停止计时。想在这里继续，请重新打开本课；已计入的时长不受影响。",
  );

export const classOver = (): Problem =>
  conflict("class-not-running", "班级还没有开班、已暂停或已经结束，现在学习不计时长。");
