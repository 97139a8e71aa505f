import type { CheckQuestion } from "../learning/watching/check-questions.ts";
import type { TestApp, TestClient } from "./app.ts";
import { aClass, anEnrolment } from "./class-builders.ts";
import { aPerson } from "./people-builders.ts";
import { aLesson } from "./record-builders.ts";

export const MINUTE = 60_000;

/** Server's answer to a player. */
export interface WatchAnswer {
  leaseId: string;
  furthestMs: number;
  creditedMs: number;
  completed: boolean;
  check: { id: string; text: string; options: string[]; secondsLeft: number } | null;
  passed?: boolean;
}

/** The platform's clock, moved by the test. */
export interface TestClock {
  tick(ms: number): void;
}

export function testClock(app: TestApp, start: string): TestClock {
  let now = Date.parse(start);
  app.setNow(start);
  return {
    tick(ms) {
      now += ms;
      app.setNow(new Date(now).toISOString());
    },
  };
}

/** A learner with a lesson, and the actions of their player. */
export async function aStudent(app: TestApp, clock: TestClock, organisationId: string, durationMs = 30 * MINUTE) {
  const person = await aPerson(app);
  const training = await aClass(app, { organisationId, sessions: 0 });
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  const lesson = await aLesson(app, { organisationId, classId: training.id, durationMs });
  const client = await app.as("learner", { personId: person.id });
  const open = async (who: TestClient = client) =>
    (await who.post<WatchAnswer>(`/api/v1/lessons/${lesson.id}/leases`, { enrolmentId })).body;
  const beat = (leaseId: string, ...intervals: [number, number, number?][]) =>
    client.post<WatchAnswer>(`/api/v1/watch-leases/${leaseId}/beats`, {
      beats: intervals.map(([fromMs, toMs, playbackRate]) => ({
        fromMs,
        toMs,
        ...(playbackRate ? { playbackRate } : {}),
      })),
    });
  /** Plays honestly from the furthest point for a duration, answering no check. */
  const play = async (view: WatchAnswer, ms: number): Promise<WatchAnswer> => {
    let last = view;
    for (let played = 0; played < ms && !last.check; played += 10_000) {
      clock.tick(10_000);
      last = (await beat(view.leaseId, [last.furthestMs, last.furthestMs + 10_000])).body;
    }
    return last;
  };
  const answer = async (view: WatchAnswer, right: boolean) => {
    const correct = view.check === null ? 0 : await rightOption(app, view.check.id);
    return client.post<WatchAnswer>(`/api/v1/watch-leases/${view.leaseId}/answers`, {
      checkId: view.check?.id,
      option: right ? correct : (correct + 1) % 4,
    });
  };
  return { person, enrolmentId, lesson, client, open, beat, play, answer, classId: training.id };
}

/** Right answer to a check, as stored by the server. */
async function rightOption(app: TestApp, checkId: string): Promise<number> {
  const row = await app.services.database
    .selectFrom("check_moment")
    .select("question")
    .where("id", "=", checkId)
    .executeTakeFirst();
  return (row?.question as CheckQuestion | undefined)?.answer ?? 0;
}

/** Moves the undisplayed check of a lease to where a test needs it. */
export const checkAt = (app: TestApp, leaseId: string, dueMs: number) =>
  app.services.database
    .updateTable("check_moment")
    .set({ due_ms: dueMs })
    .where("lease_id", "=", leaseId)
    .where("shown_at", "is", null)
    .execute();
