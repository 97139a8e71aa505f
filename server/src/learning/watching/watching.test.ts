import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp } from "../../test/index.ts";
import { aStudent as studentOf, MINUTE, type TestClock, testClock, type WatchAnswer } from "../../test/student.ts";
import { onlineHours } from "../index.ts";
import { verifyWatchedTime } from "./verify-watched-time.ts";
import { watchMap } from "./watch-map.ts";

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

describe("watching a lesson", () => {
  it("credits an honest learner the time they watched, checks answered", async () => {
    const { enrolmentId, open, play, answer } = await aStudent(12 * minute);
    let view = await open();
    // At most one check each three minutes, so four stretches suffice.
    for (let stretch = 0; stretch < 5 && !view.completed; stretch += 1) {
      view = await play(view, 12 * minute - view.furthestMs);
      if (view.check) view = (await answer(view, true)).body;
    }
    expect(view).toMatchObject({ creditedMs: 12 * minute, completed: true });
    expect((await onlineHours(app.services.database, [enrolmentId])).get(enrolmentId)).toBe(0.26);
  });

  it("goes on where the last visit ended", async () => {
    const { open, play } = await aStudent();
    const first = await play(await open(), minute);
    tick(5 * minute);
    const again = await open();
    expect(again.furthestMs).toBe(first.furthestMs);
    expect((await play(again, minute)).furthestMs).toBe(2 * minute);
  });

  it("keeps one lesson open in one place: the last one wins", async () => {
    const { open, beat, play } = await aStudent();
    const phone = await open();
    await play(phone, minute);
    const computer = await open();
    tick(10_000);
    const lost = await beat(phone.leaseId, [minute, minute + 10_000]);
    expect([lost.status, lost.body.code]).toEqual([409, "lease-lost"]);
    expect(lost.body.detail).toContain("另一处");
    expect((await beat(computer.leaseId, [minute, minute + 10_000])).body.furthestMs).toBe(minute + 10_000);
  });

  it("opens once where two devices open at the same moment", async () => {
    const { open, person } = await aStudent();
    const views = await Promise.all([1, 2, 3, 4].map(() => open()));
    expect(new Set(views.map((view) => view.leaseId)).size).toBe(4);
    const live = await app.services.database
      .selectFrom("watch_lease")
      .select("id")
      .where("person_id", "=", person.id)
      .where("ended_at", "is", null)
      .execute();
    expect(live).toHaveLength(1);
  });
});

describe("tricks that earn nothing", () => {
  type Student = Awaited<ReturnType<typeof aStudent>>;
  const tricks: [string, (student: Student, view: WatchAnswer) => Promise<unknown>, number][] = [
    [
      "dragging to the end",
      async ({ beat }, { leaseId }) => {
        tick(10_000);
        await beat(leaseId, [29 * minute, 30 * minute]);
      },
      0,
    ],
    [
      "a plug-in that plays sixteen times as fast, for a minute",
      async ({ beat }, { leaseId }) => {
        for (let n = 0; n < 6; n += 1) {
          tick(10_000);
          await beat(leaseId, [n * 160_000, (n + 1) * 160_000, 16]);
        }
      },
      10_000,
    ],
    [
      "one beat sent twenty times",
      async ({ beat }, { leaseId }) => {
        tick(10_000);
        for (let n = 0; n < 20; n += 1) await beat(leaseId, [0, 10_000]);
      },
      10_000,
    ],
    [
      "the first ten seconds again and again for five minutes",
      async ({ beat }, { leaseId }) => {
        for (let n = 0; n < 30; n += 1) {
          tick(10_000);
          await beat(leaseId, [0, 10_000]);
        }
      },
      10_000,
    ],
    [
      "a script that posts a whole hour of beats at once",
      async ({ beat }, { leaseId }) => {
        tick(1_000);
        for (let n = 0; n < 6; n += 1)
          await beat(
            leaseId,
            ...Array.from({ length: 60 }, (_, k): [number, number] => [
              (n * 60 + k) * 10_000,
              (n * 60 + k + 1) * 10_000,
            ]),
          );
      },
      1_000,
    ],
    [
      "reloading forty times",
      async ({ open, beat }) => {
        for (let n = 0; n < 40; n += 1) {
          const { leaseId } = await open();
          await beat(leaseId, [0, 10_000]);
        }
      },
      0,
    ],
    [
      "four beats at the same moment",
      async ({ beat }, { leaseId }) => {
        tick(10_000);
        await Promise.all([0, 0, 0, 0].map((from) => beat(leaseId, [from, from + 10_000])));
      },
      10_000,
    ],
  ];
  it.each(tricks)("%s", async (_name, trick, expected) => {
    const student = await aStudent();
    const view = await student.open();
    await trick(student, view);
    const { creditedMs } = await student.open();
    expect(creditedMs).toBe(expected);
  });

  it("somebody else's lease", async () => {
    const one = await aStudent();
    const other = await aStudent();
    const { leaseId } = await one.open();
    expect((await other.beat(leaseId, [0, 10_000])).status).toBe(403);
  });
});

describe("a poor network", () => {
  it("loses nothing of two minutes that arrive together, out of order and twice", async () => {
    const { open, beat } = await aStudent();
    const { leaseId } = await open();
    tick(2 * minute);
    const kept = Array.from({ length: 12 }, (_, n): [number, number] => [n * 10_000, (n + 1) * 10_000]);
    expect((await beat(leaseId, ...kept.toReversed(), ...kept)).body.furthestMs).toBe(2 * minute);
    expect((await beat(leaseId, ...kept)).body.furthestMs).toBe(2 * minute);
  });
});

describe("what is kept", () => {
  it("gives the same credit when worked out again, and shows a changed figure", async () => {
    const { enrolmentId, lesson, open, play } = await aStudent();
    await play(await open(), minute);
    expect((await verifyWatchedTime.run(app.services)).differences).toEqual([]);
    await app.services.database
      .updateTable("watch_credit")
      .set({ credited_ms: 99_000 })
      .where("enrolment_id", "=", enrolmentId)
      .execute();
    const { differences } = await verifyWatchedTime.run(app.services);
    expect(differences).toEqual([
      `enrolment ${enrolmentId} lesson ${lesson.id}: credited 99000 ms, events give 60000 ms`,
    ]);
  });

  it("shows staff what was credited beside what was claimed", async () => {
    const { enrolmentId, open, play, beat } = await aStudent();
    const view = await play(await open(), minute);
    tick(10_000);
    await beat(view.leaseId, [20 * minute, 21 * minute]);
    const [map] = await watchMap(app.services.database, enrolmentId);
    expect(map?.credited).toEqual([[0, minute]]);
    expect(map?.visits[0]?.claimed).toEqual([
      [0, minute],
      [20 * minute, 21 * minute],
    ]);
    const clerk = await app.as("institution", { organisationId });
    expect((await clerk.get(`/api/v1/enrolments/${enrolmentId}/watch-map`)).status).toBe(200);
  });

  it("refuses a class that is over and a stranger's enrolment", async () => {
    const student = await aStudent();
    const stranger = await aStudent();
    expect(
      (await student.client.post(`/api/v1/lessons/${student.lesson.id}/leases`, { enrolmentId: stranger.enrolmentId }))
        .status,
    ).toBe(404);
    expect(
      (await stranger.client.post(`/api/v1/lessons/${student.lesson.id}/leases`, { enrolmentId: stranger.enrolmentId }))
        .status,
    ).toBe(403);
    const { leaseId } = await student.open();
    await app.services.database
      .updateTable("training_class")
      .set({ state: "completed" })
      .where("id", "=", student.classId)
      .execute();
    expect(
      (await student.client.post(`/api/v1/lessons/${student.lesson.id}/leases`, { enrolmentId: student.enrolmentId }))
        .body.code,
    ).toBe("class-not-running");
    tick(10_000);
    expect((await student.beat(leaseId, [0, 10_000])).body.code).toBe("class-not-running");
  });
});
