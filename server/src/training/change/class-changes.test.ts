import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  aRoom,
  aTeacher,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { startDueClasses } from "../run/start-due-classes.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let reviewer: TestClient;
let teacher: string;
let room: string;

beforeAll(async () => {
  app = await createTestApp();
  organisationId = await anOrganisation(app);
});
afterAll(() => app.close());

/** Lives at another moment; sessions of accounts do not last over weeks, so both sign in anew. */
async function at(instant: string): Promise<void> {
  app.setNow(instant);
  institution = await app.as("institution", { organisationId });
  reviewer = await app.as("reviewer");
}
beforeEach(async () => {
  await at("2020-02-20T02:00:00Z");
  teacher = (await aTeacher(app, organisationId)).id;
  room = await aRoom(app, organisationId);
});

const lesson = (date: string) => ({
  date,
  from: "08:30",
  to: "11:30",
  hours: 4,
  topic: "实操",
  practice: true,
  teacherId: teacher,
  roomId: room,
});
const joiner = async () => {
  const person = await aPerson(app, { name: "李示例" });
  return { kind: "joiner", learner: { name: "李示例", citizenId: person.citizenId }, reason: "补录一名失业人员" };
};

describe("changes after approval", () => {
  it("take effect at once before the class begins", async () => {
    const { id, sessionIds } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02" });
    const change = {
      kind: "timetable",
      cancel: [sessionIds[1]],
      sessions: [lesson("2020-03-28")],
      reason: "教师临时出差",
    };
    const asked = await institution.post<{ state: string }>(`/api/v1/classes/${id}/changes`, change);
    expect(asked.body.state).toBe("applied");
    const { body } = await institution.get<{ sessions: { id: string; cancelledBecause: string | null }[] }>(
      `/api/v1/classes/${id}/sessions`,
    );
    expect(body.sessions.find((session) => session.id === sessionIds[1])?.cancelledBecause).toBe("教师临时出差");
    expect(body.sessions).toHaveLength(16);
  });

  it("wait for a reviewer once it runs; who is refused is told why", async () => {
    const { id } = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-02" });
    const asked = await institution.post<{ id: string; state: string }>(
      `/api/v1/classes/${id}/changes`,
      await joiner(),
    );
    expect(asked.body.state).toBe("submitted");
    const queue = await reviewer.get<{ rows: { id: string; learnerName: string }[] }>(
      "/api/v1/class-changes?state=submitted",
    );
    expect(queue.body.rows.find((row) => row.id === asked.body.id)?.learnerName).toBe("李示例");
    const roster = () => institution.get<{ rows: unknown[] }>(`/api/v1/classes/${id}/roster`);
    expect((await roster()).body.rows).toHaveLength(0);
    expect(
      (await reviewer.post(`/api/v1/class-changes/${asked.body.id}/decision`, { verdict: "approve" })).status,
    ).toBe(200);
    expect((await roster()).body.rows).toHaveLength(1);
    const again = await reviewer.post(`/api/v1/class-changes/${asked.body.id}/decision`, {
      verdict: "refuse",
      reason: "重复",
    });
    expect([again.status, again.body.code]).toEqual([409, "class-change-state"]);
  });

  it("can't invent sessions in the past or cancel what was attended", async () => {
    await at("2020-03-10T02:00:00Z");
    const { id, sessionIds } = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-02" });
    const person = await aPerson(app);
    const enrolment = await anEnrolment(app, id, person.id, 1);
    await at("2020-03-02T01:00:00Z");
    await institution.post(`/api/v1/sessions/${sessionIds[0]}/roll-call`, {
      marks: [{ enrolmentId: enrolment, mark: "present" }],
    });
    await at("2020-03-10T02:00:00Z");
    const past = { kind: "timetable", sessions: [lesson("2020-03-09")], reason: "补课" };
    expect((await institution.post(`/api/v1/classes/${id}/changes`, past)).body.code).toBe("session-in-past");
    const attended = { kind: "timetable", cancel: [sessionIds[0]], reason: "取消" };
    expect((await institution.post(`/api/v1/classes/${id}/changes`, attended)).body.code).toBe(
      "session-not-cancellable",
    );
  });

  it("can be taken back while nobody has decided", async () => {
    const { id } = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-02" });
    const asked = await institution.post<{ id: string }>(`/api/v1/classes/${id}/changes`, await joiner());
    expect((await institution.post(`/api/v1/class-changes/${asked.body.id}/withdrawal`)).status).toBe(200);
    const late = await reviewer.post(`/api/v1/class-changes/${asked.body.id}/decision`, { verdict: "approve" });
    expect(late.status).toBe(409);
  });
});

describe("running a class", () => {
  it("begins on its day with a roster, can be stopped and resumed, and ends after the last session", async () => {
    const { id } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02" });
    expect((await institution.post(`/api/v1/classes/${id}/start`)).body.code).toBe("class-not-due");
    await at("2020-03-02T00:10:00Z");
    expect((await institution.post(`/api/v1/classes/${id}/start`)).body.code).toBe("roster-empty");
    await anEnrolment(app, id, (await aPerson(app)).id, 1);
    expect((await institution.post(`/api/v1/classes/${id}/start`)).status).toBe(200);
    await reviewer.post(`/api/v1/classes/${id}/suspension`, { reason: "接到举报，核查中" });
    await reviewer.post(`/api/v1/classes/${id}/resumption`, { reason: "核查无误" });
    expect((await institution.post(`/api/v1/classes/${id}/completion`)).body.code).toBe("sessions-ahead");
    await at("2020-03-17T09:00:00Z");
    expect((await institution.post(`/api/v1/classes/${id}/completion`)).status).toBe(200);
  });

  it("cancels what it had booked when it is cancelled, and tells its learners", async () => {
    const { id } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02" });
    const person = await aPerson(app);
    await anEnrolment(app, id, person.id, 1);
    expect((await institution.post(`/api/v1/classes/${id}/cancellation`, { reason: "报名人数不足" })).status).toBe(200);
    const { body } = await institution.get<{ sessions: { cancelled: boolean }[] }>(`/api/v1/classes/${id}/sessions`);
    expect(body.sessions.every((session) => session.cancelled)).toBe(true);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", person.id)
      .execute();
    expect(told.map((message) => message.template)).toContain("enrolment-ended");
  });

  it("begins by itself on its day where the institution forgot, without those it never confirmed", async () => {
    const { id } = await aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02" });
    await anEnrolment(app, id, (await aPerson(app)).id, 1);
    const undecided = await app.as("learner", { personId: (await aPerson(app)).id });
    const asked = await undecided.post<{ id: string }>(`/api/v1/classes/${id}/enrolments`, {});
    expect(asked.status).toBe(200);
    await at("2020-03-02T00:00:00Z");
    await startDueClasses(app.services);
    const { body } = await institution.get<{ state: string; seatsTaken: number }>(`/api/v1/classes/${id}`);
    expect(body).toMatchObject({ state: "running", seatsTaken: 1 });
  });
});
