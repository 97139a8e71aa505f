import { addDays, civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  aConsent,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { offlineHours } from "./offline-hours.ts";
import { attendanceVerifier } from "./verify-attendance.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let sessionIds: string[];
let classId: string;
let enrolment: string;
let personId: string;

/** A moment of the first session's day (08:30 to 11:30 in China); who was idle for long signs in anew. */
async function at(clock: string): Promise<void> {
  app.setNow(`2020-03-02T${clock}:00+08:00`);
  institution = await app.as("institution", { organisationId });
}

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T00:00:00Z" });
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow("2020-03-02T08:20:00+08:00");
  ({ id: classId, sessionIds } = await aClass(app, { organisationId, capacity: 30, sessions: 3 }));
  ({ id: personId } = await aPerson(app));
  enrolment = await anEnrolment(app, classId, personId, 1);
  await at("08:20");
});

const learner = (): Promise<TestClient> => app.as("learner", { personId });
const first = (): string => sessionIds[0] ?? "";
async function code(): Promise<string> {
  const shown = await institution.get<{ code: string }>(`/api/v1/sessions/${first()}/code`);
  return shown.body.code;
}
const signIn = (client: TestClient, given: Record<string, unknown>) =>
  client.post(`/api/v1/sessions/${first()}/sign-ins`, given);

describe("signing in by the teacher's code", () => {
  it.each([
    ["08:00", "present", 180],
    ["08:45", "present", 180],
    ["08:46", "late", 164],
    ["11:29", "late", 1],
  ])("at %s counts as %s", async (clock, mark, minutes) => {
    await at(clock);
    const answer = await signIn(await learner(), { code: await code() });
    expect(answer.body).toMatchObject({ mark, minutes, repeated: false });
  });

  it.each([
    ["07:59", "sign-in-early"],
    ["11:30", "sign-in-over"],
  ])("at %s is refused", async (clock, refusal) => {
    const shown = await code();
    await at(clock);
    expect((await institution.get(`/api/v1/sessions/${first()}/code`)).body.code).toBe(refusal);
    // A code made for that moment would still meet a closed door.
    const answer = await signIn(await learner(), { code: shown });
    expect(["code-expired", refusal]).toContain(answer.body.code);
  });

  it("takes a code of a moment ago and none of a minute ago", async () => {
    const shown = await code();
    app.setNow("2020-03-02T08:20:16+08:00");
    expect((await signIn(await learner(), { code: shown })).status).toBe(200);
    app.setNow("2020-03-02T08:21:00+08:00");
    const other = await aPerson(app);
    await anEnrolment(app, classId, other.id, 2);
    const late = await signIn(await app.as("learner", { personId: other.id }), { code: shown });
    expect(late.body.code).toBe("code-expired");
  });

  it("twice is once", async () => {
    const client = await learner();
    await signIn(client, { code: await code() });
    const again = await signIn(client, { code: await code() });
    expect(again.body).toMatchObject({ repeated: true, mark: "present", minutes: 180 });
  });

  it("is for who is on the roster", async () => {
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await signIn(stranger, { code: await code() })).body.code).toBe("not-on-roster");
  });

  it("does not overrule the teacher's roll", async () => {
    await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "absent" }],
    });
    expect((await signIn(await learner(), { code: await code() })).body.code).toBe("roll-called");
  });

  it("in two rooms at once is refused with an explanation", async () => {
    await signIn(await learner(), { code: await code() });
    const elsewhere = await aClass(app, { organisationId, sessions: 1 });
    const second = await anEnrolment(app, elsewhere.id, personId, 1);
    const answer = await institution.post(`/api/v1/sessions/${elsewhere.sessionIds[0]}/roll-call`, {
      marks: [{ enrolmentId: second, mark: "present" }],
    });
    expect([answer.status, answer.body.code]).toEqual([409, "learner-in-two-places"]);
  });

  it("lets 500 learners of three halls in at the same time without an error", async () => {
    const doors: { session: string; learner: TestClient; code: string }[] = [];
    for (const seats of [200, 200, 100]) {
      const hall = await aClass(app, { organisationId, capacity: 200, sessions: 1 });
      const session = hall.sessionIds[0] ?? "";
      const shown = await institution.get<{ code: string }>(`/api/v1/sessions/${session}/code`);
      for (let seat = 1; seat <= seats; seat += 1) {
        const born = addDays(civilDate("1960-01-01"), doors.length);
        const person = await aPerson(app, { birthDate: born });
        await anEnrolment(app, hall.id, person.id, seat);
        doors.push({ session, learner: await app.as("learner", { personId: person.id }), code: shown.body.code });
      }
    }
    const answers = await Promise.all(
      doors.map(({ session, learner: each, code: shown }) =>
        each.post(`/api/v1/sessions/${session}/sign-ins`, { code: shown }),
      ),
    );
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    const seen = await institution.get<{ signedIn: number; expected: number }>(
      `/api/v1/sessions/${doors[0]?.session}/code`,
    );
    expect(seen.body).toMatchObject({ signedIn: 200, expected: 200 });
  }, 60_000);
});

describe("the roll and its corrections", () => {
  it.each([
    ["present", undefined, 4],
    ["late", 135, 3],
    ["left-early", 100, 2],
    ["absent", undefined, 0],
    ["leave", undefined, 0],
    ["sick", undefined, 0],
  ])("%s counts %s minutes as %s hours", async (mark, minutes, hours) => {
    const marks = [{ enrolmentId: enrolment, mark, ...(minutes === undefined ? {} : { minutes }) }];
    expect((await institution.post(`/api/v1/sessions/${first()}/roll-call`, { marks })).body).toEqual({ recorded: 1 });
    expect((await offlineHours(app.services.database, [enrolment])).get(enrolment)).toBe(hours);
  });

  it("asks how many minutes a late learner was there", async () => {
    const answer = await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "late" }],
    });
    expect(answer.body.errors?.[0]?.pointer).toBe("/marks/0/minutes");
  });

  it("refuses a whole roll with a learner of another class", async () => {
    const other = await aClass(app, { organisationId, sessions: 0 });
    const stranger = await anEnrolment(app, other.id, (await aPerson(app)).id, 1);
    const marks = [enrolment, stranger].map((enrolmentId) => ({ enrolmentId, mark: "present" }));
    const answer = await institution.post(`/api/v1/sessions/${first()}/roll-call`, { marks });
    expect([answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual(["not-on-roster", "/marks/1"]);
    expect((await offlineHours(app.services.database, [enrolment])).get(enrolment)).toBe(0);
  });

  it("closes half an hour after the session; then a correction with its reason keeps both marks", async () => {
    await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "absent" }],
    });
    const correction = { enrolmentId: enrolment, mark: "present", reason: "点名时漏记，签到表为证" };
    expect((await institution.post(`/api/v1/sessions/${first()}/corrections`, correction)).body.code).toBe(
      "session-not-over",
    );
    await at("12:01");
    const late = { marks: [{ enrolmentId: enrolment, mark: "present" }] };
    expect((await institution.post(`/api/v1/sessions/${first()}/roll-call`, late)).body.code).toBe("roll-call-over");
    expect((await institution.post(`/api/v1/sessions/${first()}/corrections`, correction)).status).toBe(200);
    const seen = await institution.get<{
      learners: { mark: string; log: { mark: string; reason: string | null }[] }[];
    }>(`/api/v1/sessions/${first()}/attendance`);
    expect(seen.body.learners[0]?.log.map((entry) => [entry.mark, entry.reason])).toEqual([
      ["present", "点名时漏记，签到表为证"],
      ["absent", null],
    ]);
  });

  it("marks nobody present in a lesson that was over before they were on the roster", async () => {
    await at("12:01");
    await app.services.database
      .updateTable("enrolment")
      .set({ created_at: new Date("2020-03-02T12:00:00+08:00") })
      .where("id", "=", enrolment)
      .execute();
    const correct = (mark: string) =>
      institution.post(`/api/v1/sessions/${first()}/corrections`, { enrolmentId: enrolment, mark, reason: "补记" });
    expect((await correct("present")).body.code).toBe("present-before-enrolment");
    expect((await correct("absent")).status).toBe(200);
  });

  it("ends with the class, when claims rest on it", async () => {
    await at("12:01");
    await app.services.database
      .updateTable("training_class")
      .set({ state: "completed" })
      .where("id", "=", classId)
      .execute();
    const correction = { enrolmentId: enrolment, mark: "present", reason: "复核更正" };
    expect((await institution.post(`/api/v1/sessions/${first()}/corrections`, correction)).body.code).toBe(
      "correction-closed",
    );
    const reviewer = await app.as("reviewer");
    expect((await reviewer.post(`/api/v1/sessions/${first()}/corrections`, correction)).body.code).toBe(
      "correction-closed",
    );
  });
});

describe("what attendance shows", () => {
  it("a grid of sessions and learners with hours and rate", async () => {
    await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "left-early", minutes: 90 }],
    });
    await at("12:00");
    const grid = await institution.get<{
      learners: { hours: number; rate: number; marks: ({ mark: string } | null)[] }[];
    }>(`/api/v1/classes/${classId}/attendance`);
    expect(grid.body.learners[0]).toMatchObject({ hours: 2, rate: 0.5, marks: [{ mark: "left-early" }, null, null] });
  });

  it("nobody a whole rate while they are absent from the session under way", async () => {
    const rates = async () => {
      const grid = await institution.get<{ learners: { rate: number | null }[] }>(
        `/api/v1/classes/${classId}/attendance`,
      );
      return grid.body.learners.map((row) => row.rate);
    };
    await anEnrolment(app, classId, (await aPerson(app)).id, 2);
    await at("09:00");
    expect(await rates()).toEqual([null, null]);
    await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "absent" }],
    });
    // The other has not been marked yet: nothing is held against them before the session is over.
    expect(await rates()).toEqual([0, null]);
    await at("12:00");
    expect(await rates()).toEqual([0, 0]);
    app.setNow("2020-03-03T09:00:00+08:00");
    institution = await app.as("institution", { organisationId });
    await institution.post(`/api/v1/sessions/${sessionIds[1] ?? ""}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "present" }],
    });
    expect(await rates()).toEqual([0.5, 0]);
  });

  it("the learner their own classes, next meeting and marks", async () => {
    await institution.post(`/api/v1/sessions/${first()}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "present" }],
    });
    await at("12:00");
    const client = await learner();
    const own = await client.get<{
      rows: { enrolmentId: string; offlineHours: number; nextSession: { id: string } }[];
    }>("/api/v1/my/classes");
    expect(own.body.rows[0]).toMatchObject({ offlineHours: 4, nextSession: { id: sessionIds[1] } });
    const one = await client.get<{ sessions: { mark: string | null; credited: number }[] }>(
      `/api/v1/my/classes/${enrolment}`,
    );
    expect(one.body.sessions.map((session) => [session.mark, session.credited])).toEqual([
      ["present", 4],
      [null, 0],
      [null, 0],
    ]);
    const other = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await other.get(`/api/v1/my/classes/${enrolment}`)).status).toBe(403);
  });

  it("the bureau what goes on now and what looks odd", async () => {
    const shown = await code();
    const second = await aPerson(app);
    await anEnrolment(app, classId, second.id, 2);
    const device = "a".repeat(32);
    await signIn(await learner(), { code: shown, device, latitude: 32.39, longitude: 120.56 });
    await aConsent(app, second.id, "location");
    await signIn(await app.as("learner", { personId: second.id }), {
      code: shown,
      device,
      latitude: 31.2,
      longitude: 121.4,
    });
    const reviewer = await app.as("reviewer");
    const live = await reviewer.get<{
      sessions: { classId: string; expected: number; signedIn: number; odd: { code: string }[] }[];
    }>("/api/v1/classes/live");
    const session = live.body.sessions.find((each) => each.classId === classId);
    expect(session).toMatchObject({ expected: 2, signedIn: 2 });
    expect(session?.odd.map((odd) => odd.code)).toEqual(["one-device", "outside-place"]);
  });

  it("the same when folded again from its log, and a difference where a row was changed", async () => {
    await signIn(await learner(), { code: await code() });
    expect(await attendanceVerifier.run(app.services)).toMatchObject({ differences: [] });
    // The platform's own role may not; somebody with the database in hand could.
    const intruder = await app.services.pool.connect();
    await intruder.query("reset role");
    await intruder.query("update attendance set hours = 3 where enrolment_id = $1", [enrolment]);
    expect((await attendanceVerifier.run(app.services)).differences).toHaveLength(1);
    await intruder.query("update attendance set hours = 4 where enrolment_id = $1", [enrolment]);
    await intruder.query("set role jinengtong_app");
    intruder.release();
  });
});
