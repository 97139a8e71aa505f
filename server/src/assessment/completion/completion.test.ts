import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  watched,
} from "../../test/index.ts";
import { completionOf } from "../index.ts";

let app: TestApp;
let organisationId: string;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());

/** A learner of a 60-hour class (15 sessions of 4 hours, at most half online). */
async function aLearner(given: { sessions: number; onlineHours?: number; startsOn?: string }) {
  const training = await aClass(app, { organisationId, ...(given.startsOn ? { startsOn: given.startsOn } : {}) });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, training.id, person.id);
  await attended(app, training.sessionIds.slice(0, given.sessions), enrolmentId, person.id);
  if (given.onlineHours)
    await watched(app, { enrolmentId, personId: person.id, organisationId, hours: given.onlineHours });
  return { enrolmentId, classId: training.id };
}

describe("completion", () => {
  const cases: [string, { sessions: number; onlineHours?: number }, { counted: number; complete: boolean }][] = [
    ["all sessions attended", { sessions: 15 }, { counted: 60, complete: true }],
    ["one session short", { sessions: 14 }, { counted: 56, complete: false }],
    ["the rest made up online", { sessions: 10, onlineHours: 20 }, { counted: 60, complete: true }],
    ["a minute short online", { sessions: 10, onlineHours: 19.97 }, { counted: 59.97, complete: false }],
    ["more online than may count", { sessions: 7, onlineHours: 80 }, { counted: 58, complete: false }],
    ["nothing at all", { sessions: 0 }, { counted: 0, complete: false }],
  ];
  it.each(cases)("%s", async (_name, given, expected) => {
    const { enrolmentId } = await aLearner(given);
    const found = (await completionOf(app.services.database, [enrolmentId])).get(enrolmentId);
    expect(found).toMatchObject({
      offlineHours: given.sessions * 4,
      onlineHours: given.onlineHours ?? 0,
      countedHours: expected.counted,
      required: 60,
      complete: expected.complete,
      examPassed: null,
    });
  });

  it("holds the place's attendance rule as it stood when the class began", async () => {
    await aRule({ effectiveFrom: "2020-06-01", minimumPercent: 80 });
    expect(await completionAs({ ...MANY, startsOn: "2020-05-11" })).toMatchObject({
      complete: true,
      minimumAttendancePercent: 0,
      attendancePercent: 73,
    });
    expect(await completionAs({ ...MANY, startsOn: "2020-06-01" })).toMatchObject({
      complete: false,
      minimumAttendancePercent: 80,
      attendancePercent: 73,
    });
  });

  it("lets the share suffice where the county says so, and then asks for that share of the hours", async () => {
    await aRule({ effectiveFrom: "2020-09-01", minimumPercent: 80, sufficient: true });
    expect(await completionAs({ sessions: 12, startsOn: "2020-09-07" })).toMatchObject({
      complete: true,
      countedHours: 48,
      neededHours: 48,
      required: 60,
    });
    expect(await completionAs({ ...MANY, startsOn: "2020-09-07" })).toMatchObject({
      complete: false,
      attendancePercent: 73,
    });
    expect((await completionAs({ sessions: 11, startsOn: "2020-09-07" }))?.complete).toBe(false);
  });

  it("reads the exam result in force", async () => {
    const { enrolmentId, classId } = await aLearner({ sessions: 15 });
    const passed = async () => (await completionOf(app.services.database, [enrolmentId])).get(enrolmentId)?.examPassed;
    const first = await anExamResult(app, { classId, enrolmentId, score: 58 });
    expect(await passed()).toBe(false);
    await anExamResult(app, { classId, enrolmentId, score: 68, examId: first.examId, replaces: first.id });
    expect(await passed()).toBe(true);
  });

  it("knows nothing of enrolments that are not there", async () => {
    expect((await completionOf(app.services.database, ["00000000-0000-4000-8000-000000000000"])).size).toBe(0);
  });
});

/** Attends 11 of 15 sessions, and online the rest. */
const MANY = { sessions: 11, onlineHours: 30 };

async function completionAs(given: Parameters<typeof aLearner>[0]) {
  const { enrolmentId } = await aLearner(given);
  return (await completionOf(app.services.database, [enrolmentId])).get(enrolmentId);
}

/** A rule of attendance that two officers set. */
async function aRule(given: { effectiveFrom: string; minimumPercent: number; sufficient?: boolean }): Promise<void> {
  const { database } = app.services;
  const { id } = await database
    .insertInto("attendance_rule")
    .values({
      region: "320682",
      effective_from: given.effectiveFrom,
      minimum_percent: given.minimumPercent,
      sufficient: given.sufficient ?? false,
      source: "测试文件",
      set_by: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await database
    .insertInto("attendance_rule_decision")
    .values({ rule_id: id, agreed: true, decided_by: null })
    .execute();
}
