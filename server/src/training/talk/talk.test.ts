import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

interface SeatTalk {
  notices: { text: string }[];
  letters: { fromSchool: boolean; text: string }[];
  leaves: { id: string; state: string; answer: string | null }[];
}

let app: TestApp;
let school: TestClient;
let learner: TestClient;
let other: TestClient;
let classId: string;
let seat: string;
let otherSeat: string;
let sessions: string[];
let organisationId: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T00:00:00Z" });
  organisationId = await anOrganisation(app);
  school = await app.as("institution", { organisationId });
});
afterAll(() => app.close());
beforeEach(async () => {
  const training = await aClass(app, { organisationId, state: "running", startsOn: "2020-03-02", sessions: 2 });
  classId = training.id;
  sessions = training.sessionIds;
  const [one, two] = [await aPerson(app), await aPerson(app)];
  seat = await anEnrolment(app, classId, one.id);
  otherSeat = await anEnrolment(app, classId, two.id);
  learner = await app.as("learner", { personId: one.id });
  other = await app.as("learner", { personId: two.id });
});

const talk = async (client: TestClient, id: string): Promise<SeatTalk> =>
  (await client.get<SeatTalk>(`/api/v1/enrolments/${id}/talk`)).body;
const told = async (client: TestClient): Promise<string[]> => {
  await app.drain();
  const { rows } = (await client.get<{ rows: { template: string }[] }>("/api/v1/me/messages?limit=50")).body;
  return rows.map(({ template }) => template);
};

it("a notice reaches every learner of the class and stays on its page", async () => {
  expect((await school.post(`/api/v1/classes/${classId}/notices`, { text: "明天带焊帽" })).status).toBe(200);
  for (const [client, id] of [
    [learner, seat],
    [other, otherSeat],
  ] as const) {
    expect((await talk(client, id)).notices).toMatchObject([{ text: "明天带焊帽" }]);
    expect(await told(client)).toContain("class-notice");
  }
});

it("a question is the learner's and the school's alone, and the answer is told", async () => {
  expect((await learner.post(`/api/v1/enrolments/${seat}/letters`, { text: "实操在哪间教室？" })).status).toBe(200);
  expect((await other.get(`/api/v1/enrolments/${seat}/talk`)).status).toBe(403);
  expect((await other.post(`/api/v1/enrolments/${seat}/letters`, { text: "我也问" })).status).toBe(403);
  const { body } = await school.get<{ threads: { enrolmentId: string; waiting: boolean }[] }>(
    `/api/v1/classes/${classId}/talk`,
  );
  expect(body.threads).toMatchObject([{ enrolmentId: seat, waiting: true }]);
  expect(await told(school)).toContain("letter-asked");
  expect((await school.post(`/api/v1/enrolments/${seat}/letters`, { text: "在二号车间" })).status).toBe(200);
  expect((await talk(learner, seat)).letters.map(({ text }) => text)).toEqual(["实操在哪间教室？", "在二号车间"]);
  expect(await told(learner)).toContain("letter-answered");
});

const ask = (sessionId: string | undefined) =>
  learner.post<{ id: string }>(`/api/v1/enrolments/${seat}/leave-requests`, { sessionId, reason: "孩子生病" });
const onLeave = async (): Promise<boolean[]> =>
  (
    await school.get<{ learners: { onLeave: boolean }[] }>(`/api/v1/sessions/${sessions[1]}/attendance`)
  ).body.learners.map((one) => one.onLeave);

describe("leave", () => {
  it("that the school grants prefills the roll of that session, and the learner is told", async () => {
    const { id } = (await ask(sessions[1])).body;
    expect((await ask(sessions[1])).body.code).toBe("leave-asked-already");
    expect(await onLeave()).toEqual([false, false]);
    expect((await school.post(`/api/v1/leave-requests/${id}/decision`, { verdict: "grant" })).status).toBe(200);
    expect(await onLeave()).toEqual([true, false]);
    expect(await told(learner)).toContain("leave-decided");
    expect((await school.post(`/api/v1/leave-requests/${id}/decision`, { verdict: "grant" })).status).toBe(409);
  });

  it("is refused with a reason only, and may be asked for again", async () => {
    const { id } = (await ask(sessions[1])).body;
    const decide = (answer: string) =>
      school.post(`/api/v1/leave-requests/${id}/decision`, { verdict: "refuse", answer });
    expect((await decide("")).body.code).toBe("reason-missing");
    expect((await decide("那天考试")).status).toBe(200);
    expect((await talk(learner, seat)).leaves).toMatchObject([{ state: "refused", answer: "那天考试" }]);
    expect((await ask(sessions[1])).status).toBe(200);
  });

  it("is taken back by whoever asked, of nobody else's session and of none that has begun", async () => {
    const { id } = (await ask(sessions[1])).body;
    expect((await other.post(`/api/v1/leave-requests/${id}/withdrawal`)).status).toBe(403);
    expect((await learner.post(`/api/v1/leave-requests/${id}/withdrawal`)).status).toBe(200);
    const elsewhere = await aClass(app, { organisationId, state: "running", startsOn: "2020-04-01", sessions: 1 });
    expect((await ask(elsewhere.sessionIds[0])).status).toBe(404);
    await app.services.database
      .updateTable("class_session")
      .set({ starts_at: new Date("2020-03-01T00:30:00Z"), ends_at: new Date("2020-03-01T03:30:00Z") })
      .where("id", "=", sessions[1] ?? "")
      .execute();
    expect((await ask(sessions[1])).body.code).toBe("session-begun");
  });
});
