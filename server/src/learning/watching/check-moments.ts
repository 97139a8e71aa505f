import { randomInt } from "node:crypto";
import { z } from "zod";
import { json, sql, type Database } from "../../kernel/database.ts";
import { chooseQuestion, type LessonCheck, makeQuestion } from "./check-questions.ts";

export const CheckView = z.object({
  id: z.uuid(),
  text: z.string(),
  options: z.array(z.string()),
  secondsLeft: z.int().describe("还有多少秒可以作答；逾时未答，退回到上一次通过的位置"),
});

/** Time to answer, and the network tolerance before it counts as missed. */
export const ANSWER_MS = 60_000;
export const NETWORK_GRACE_MS = 5_000;

const SHORTEST_GAP_MS = 180_000;
const LONGEST_GAP_MS = 480_000;
/** Shorter stretches need no check. */
const NEGLIGIBLE_MS = 15_000;

/**
 * Position of the next check: three to eight minutes on, in short lessons near the middle; null if too little is left. If the
 * author has a question about that stretch, not before it can be asked. `pick` returns an unpredictable number in [low, high).
 */
export function nextCheckMs(
  fromMs: number,
  durationMs: number,
  checks: readonly Pick<LessonCheck, "atMs">[] = [],
  pick: (low: number, high: number) => number = randomInt,
): number | null {
  const left = durationMs - fromMs;
  if (left < NEGLIGIBLE_MS || (fromMs > 0 && left < SHORTEST_GAP_MS)) return null;
  const low = Math.floor(Math.min(SHORTEST_GAP_MS, left * 0.4));
  const high = Math.floor(Math.min(LONGEST_GAP_MS, left * 0.9));
  const due = fromMs + pick(low, high);
  const askable = checks.filter(({ atMs }) => atMs > fromMs && atMs < fromMs + high).map(({ atMs }) => atMs);
  if (askable.length === 0) return due;
  return Math.max(due, Math.min(...askable) + 1);
}

const checksOf = async (db: Database, lessonId: string): Promise<readonly LessonCheck[]> => {
  const row = await db.selectFrom("lesson").select("checks").where("id", "=", lessonId).executeTakeFirstOrThrow();
  return row.checks;
};

/** Questions that this learner was asked in this lesson. */
async function askedBefore(db: Database, lease: { enrolmentId: string; lessonId: string }): Promise<Set<string>> {
  const rows = await db
    .selectFrom("check_moment as m")
    .innerJoin("watch_lease as w", "w.id", "m.lease_id")
    .select(sql<string>`m.question ->> 'text'`.as("text"))
    .where("w.enrolment_id", "=", lease.enrolmentId)
    .where("w.lesson_id", "=", lease.lessonId)
    .where("m.shown_at", "is not", null)
    .execute();
  return new Set(rows.map((row) => row.text));
}

/**
 * Ensures that the lesson's next check is drawn. One drawn in an earlier visit and not shown yet stays: reopening the lesson
 * doesn't draw anew.
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
  const checks = await checksOf(db, lease.lessonId);
  const due = nextCheckMs(fromMs, durationMs, checks);
  if (due === null) return;
  const asked = checks.length === 0 ? new Set<string>() : await askedBefore(db, lease);
  const question = chooseQuestion(checks, { fromMs, dueMs: due, asked }) ?? makeQuestion();
  await db
    .insertInto("check_moment")
    .values({
      lease_id: lease.id,
      due_ms: due,
      question: json(question),
      shown_at: null,
      answered_at: null,
      passed: null,
    })
    .execute();
}
