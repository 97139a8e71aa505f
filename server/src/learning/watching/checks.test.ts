import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp } from "../../test/index.ts";
import {
  aStudent as studentOf,
  checkAt,
  MINUTE,
  type TestClock,
  testClock,
  type WatchAnswer,
} from "../../test/student.ts";

const START = "2020-03-09T01:00:00Z";
const minute = MINUTE;

let app: TestApp;
let organisationId: string;
let clock: TestClock;
const tick = (ms: number): void => clock.tick(ms);

beforeAll(async () => {
  app = await createTestApp({ now: START });
  clock = testClock(app, START);
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());

const aStudent = (durationMs?: number) => studentOf(app, clock, organisationId, durationMs);

const question = (atMs: number) => ({
  atMs,
  text: "操作前先做什么？",
  options: ["断电验电", "直接动手", "先喝口水", "打电话"],
  answer: 0,
});

describe("checks", () => {
  it("are drawn by the server and not told before they are due", async () => {
    const { open } = await aStudent();
    const view = await open();
    const drawn = await app.services.database
      .selectFrom("check_moment")
      .selectAll()
      .where("lease_id", "=", view.leaseId)
      .execute();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.due_ms).toBeGreaterThanOrEqual(3 * minute);
    expect(view.check).toBeNull();
  });

  it("hold credit back until answered and take it back when missed", async () => {
    const { open, play, beat } = await aStudent();
    const first = await open();
    await checkAt(app, first.leaseId, minute);
    const asked = await play(first, 2 * minute);
    expect(asked).toMatchObject({ furthestMs: minute, creditedMs: 0, check: { secondsLeft: 60 } });
    expect(asked.check).not.toHaveProperty("answer");
    tick(30_000);
    expect((await beat(first.leaseId, [minute, minute + 10_000])).body).toMatchObject({
      furthestMs: minute,
      check: { secondsLeft: 30 },
    });
    tick(40_000);
    expect((await beat(first.leaseId, [minute, minute + 10_000])).body).toMatchObject({ furthestMs: 0, check: null });
  });

  it.each([
    ["right", true, 0, { passed: true, furthestMs: minute, creditedMs: minute }],
    ["wrong", false, 0, { passed: false, furthestMs: 0, creditedMs: 0 }],
    ["right but too late", true, 70_000, { passed: false, furthestMs: 0, creditedMs: 0 }],
  ])("answered %s", async (_name, right, wait, expected) => {
    const { open, play, answer } = await aStudent();
    const first = await open();
    await checkAt(app, first.leaseId, minute);
    const asked = await play(first, minute);
    tick(wait);
    expect((await answer(asked, right)).body).toMatchObject(expected);
    expect((await answer(asked, true)).body.code).toBe("check-over");
  });

  it("fall back to the last one passed and no further", async () => {
    const { open, play, answer } = await aStudent();
    const first = await open();
    await checkAt(app, first.leaseId, minute);
    const passed = (await answer(await play(first, minute), true)).body;
    await checkAt(app, first.leaseId, 2 * minute);
    const missed = (await answer(await play(passed, minute), false)).body;
    expect(missed).toMatchObject({ furthestMs: minute, creditedMs: minute });
  });

  it("cannot be guessed by answering four times at once", async () => {
    const { open, play, client } = await aStudent();
    const first = await open();
    await checkAt(app, first.leaseId, minute);
    const asked = await play(first, minute);
    const answers = await Promise.all(
      [0, 1, 2, 3].map((option) =>
        client.post<WatchAnswer>(`/api/v1/watch-leases/${first.leaseId}/answers`, { checkId: asked.check?.id, option }),
      ),
    );
    expect(answers.filter((each) => each.status === 200)).toHaveLength(1);
  });

  it("stay where they are when the page is opened again, and count as missed when it is left", async () => {
    const { open, play } = await aStudent();
    const first = await open();
    await checkAt(app, first.leaseId, minute);
    const again = await open();
    const asked = await play(again, 2 * minute);
    expect(asked.check).not.toBeNull();
    expect(await open()).toMatchObject({ furthestMs: 0, creditedMs: 0, check: null });
  });

  it("ask about the lesson where its author wrote questions, each time in another order", async () => {
    const { open, play, answer, lesson } = await aStudent();
    const author = await app.as("institution", { organisationId });
    const set = (checks: object[], who = author) => who.put(`/api/v1/lessons/${lesson.id}/checks`, { checks });
    expect((await set([question(40 * minute)])).body.code).toBe("check-after-end");
    expect((await set([question(minute)])).status).toBe(200);
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await set([], stranger)).status).toBe(403);
    const first = await open();
    await checkAt(app, first.leaseId, 2 * minute);
    const asked = await play(first, 2 * minute);
    expect(asked.check).toMatchObject({ text: "操作前先做什么？" });
    expect(asked.check?.options.toSorted()).toEqual(question(0).options.toSorted());
    expect((await answer(asked, true)).body).toMatchObject({ passed: true });
    const details = await author.get<{ lessons: { checks: object[] }[] }>(`/api/v1/courses/${lesson.courseId}`);
    expect(details.body.lessons[0]?.checks).toEqual([question(minute)]);
  });
});
