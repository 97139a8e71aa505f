import { randomInt } from "node:crypto";
import { z } from "zod";
import { json, type Database } from "../kernel/database.ts";

/** A question that shows somebody is there. Kept with its answer; only text and options ever leave the server. */
export interface CheckQuestion {
  text: string;
  options: string[];
  answer: number;
}

export const CheckView = z.object({
  id: z.uuid(),
  text: z.string(),
  options: z.array(z.string()),
  secondsLeft: z.int().describe("还有多少秒可以作答；逾时未答，退回到上一次通过的位置"),
});

/** Time to answer, and what is added for a slow network before it counts as missed. */
export const ANSWER_MS = 60_000;
export const NETWORK_GRACE_MS = 5_000;

const SHORTEST_GAP_MS = 180_000;
const LONGEST_GAP_MS = 480_000;
/** In less than this nobody needs to prove their presence. */
const NEGLIGIBLE_MS = 15_000;

/**
 * Where in the lesson the next check falls: three to eight minutes on, in short lessons somewhere in the middle; null where so little
 * is left that none is needed. `pick` gives a number of [low, high) that nobody can foresee.
 */
export function nextCheckMs(
  fromMs: number,
  durationMs: number,
  pick: (low: number, high: number) => number = randomInt,
): number | null {
  const left = durationMs - fromMs;
  if (left < NEGLIGIBLE_MS || (fromMs > 0 && left < SHORTEST_GAP_MS)) return null;
  const low = Math.floor(Math.min(SHORTEST_GAP_MS, left * 0.4));
  const high = Math.floor(Math.min(LONGEST_GAP_MS, left * 0.9));
  return fromMs + pick(low, high);
}

/** A small sum with four answers to choose from: asks for a person, not for knowledge. */
export function makeQuestion(pick: (low: number, high: number) => number = randomInt): CheckQuestion {
  const [a, b] = [pick(2, 20), pick(2, 20)];
  const wrong = new Set<number>();
  while (wrong.size < 3) {
    const guess = a + b + pick(-6, 7);
    if (guess !== a + b && guess > 0) wrong.add(guess);
  }
  const options = [...wrong].map(String);
  const answer = pick(0, 4);
  options.splice(answer, 0, String(a + b));
  return { text: `学习确认：${a} 加 ${b} 等于几？`, options, answer };
}

/**
 * Sees to it that the lesson's next check is drawn. One that was drawn in an earlier visit and not shown yet stays where it is: opening
 * the lesson again does not draw anew.
 */
export async function drawCheck(
  db: Database,
  lease: { id: string; enrolmentId: string; lessonId: string },
  fromMs: number,
  durationMs: number,
): Promise<void> {
  const kept = await db
    .updateTable("check_moment")
    .set({ lease_id: lease.id })
    .where("shown_at", "is", null)
    .where("lease_id", "in", (leases) =>
      leases
        .selectFrom("watch_lease")
        .select("id")
        .where("enrolment_id", "=", lease.enrolmentId)
        .where("lesson_id", "=", lease.lessonId),
    )
    .returning("id")
    .execute();
  if (kept.length > 0) return;
  const due = nextCheckMs(fromMs, durationMs);
  if (due === null) return;
  await db
    .insertInto("check_moment")
    .values({
      lease_id: lease.id,
      due_ms: due,
      question: json(makeQuestion()),
      shown_at: null,
      answered_at: null,
      passed: null,
    })
    .execute();
}
