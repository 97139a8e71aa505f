import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  madeUp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let reviewer: TestClient;
let second: TestClient;
let session: string;
let classId: string;
let learners: { enrolmentId: string; personId: string }[];

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-03T02:00:00Z" });
  organisationId = await anOrganisation(app);
  institution = await app.as("institution", { organisationId });
  [reviewer, second] = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());

beforeEach(async () => {
  const training = await aClass(app, { organisationId, startsOn: "2020-03-02", sessions: 3 });
  [classId, session] = [training.id, training.sessionIds[0] ?? ""];
  learners = [];
  for (let n = 0; n < 3; n += 1) {
    const personId = (await aPerson(app)).id;
    learners.push({ personId, enrolmentId: await anEnrolment(app, classId, personId) });
  }
});

const roll = (mark = "present") => learners.map(({ enrolmentId }) => ({ enrolmentId, mark }));
const ends = () =>
  app.services.database.updateTable("training_class").set({ state: "completed" }).where("id", "=", classId).execute();
const marks = async () => {
  const { body } = await institution.get<{ learners: { mark: string | null }[] }>(
    `/api/v1/sessions/${session}/attendance`,
  );
  return body.learners.map(({ mark }) => mark);
};
const decide = (desk: TestClient, id: string, verdict = "approve") =>
  desk.post(`/api/v1/class-changes/${id}/decision`, { verdict, reason: "签到表与点名不符" });

const later = async () => {
  const { body } = await institution.get<{ sessions: { id: string }[] }>(`/api/v1/classes/${classId}/sessions`);
  return body.sessions.at(-1)?.id ?? "";
};

describe("a roll made up from the signed sheet", () => {
  it("takes effect at once while the class runs, for the whole session, with the sheet kept", async () => {
    const made = await madeUp(institution, session, roll());
    expect(made.body).toMatchObject({ state: "applied" });
    expect(await marks()).toEqual(["present", "present", "present"]);
    const sheet = await reviewer.get(`/api/v1/class-changes/${made.body.id}/sheet`);
    expect([sheet.status, sheet.headers["content-type"]]).toEqual([200, "image/png"]);
    const learner = await app.as("learner", { personId: learners[0]?.personId ?? "" });
    await app.drain();
    const { body } = await learner.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages");
    expect(body.rows.find(({ template }) => template === "attendance-made-up")?.text).toContain("2020-03-02");
  });

  it("holds one mark of each learner", async () => {
    const twice = [...roll(), ...roll("absent").slice(0, 1)];
    expect((await madeUp(institution, session, twice)).body).toMatchObject({
      code: "invalid-input",
      errors: [{ pointer: "/marks/3/enrolmentId" }],
    });
    expect(await marks()).toEqual([null, null, null]);
  });

  it("waits for the bureau after the end of the class", async () => {
    await ends();
    const made = await madeUp(institution, session, roll());
    expect(made.body).toMatchObject({ state: "submitted" });
    expect(await marks()).toEqual([null, null, null]);
    expect((await madeUp(institution, session, roll("absent"))).body.code).toBe("make-up-waiting");
    expect((await decide(reviewer, made.body.id)).status).toBe(200);
    expect(await marks()).toEqual(["present", "present", "present"]);
  });

  it("is decided by another officer than who asked, and taken back by who asked only", async () => {
    await ends();
    const made = await madeUp(reviewer, session, roll());
    expect((await decide(reviewer, made.body.id)).body.code).toBe("decided-by-asker");
    const withdraw = (desk: TestClient) => desk.post(`/api/v1/class-changes/${made.body.id}/withdrawal`);
    expect((await withdraw(institution)).body.code).toBe("withdrawn-by-another");
    expect((await withdraw(second)).body.code).toBe("withdrawn-by-another");
    expect((await decide(second, made.body.id, "refuse")).status).toBe(200);
    const { body } = await reviewer.get<{ rows: { template: string; text: string }[] }>("/api/v1/me/messages?limit=50");
    expect(body.rows.find(({ template }) => template === "class-change-decided")?.text).toContain("签到表与点名不符");
    expect(await marks()).toEqual([null, null, null]);
  });

  it.each<[string, () => Promise<{ code?: string }>, string]>([
    [
      "a lesson that isn't over",
      async () => (await madeUp(institution, await later(), roll())).body,
      "session-not-over",
    ],
    [
      "a learner of another class",
      async () => {
        const other = await aClass(app, { organisationId, sessions: 0 });
        const enrolmentId = await anEnrolment(app, other.id, (await aPerson(app)).id, 1);
        await ends();
        return (await madeUp(institution, session, [{ enrolmentId, mark: "present" }])).body;
      },
      "not-on-roster",
    ],
    [
      "a sheet of somebody else",
      async () => {
        const url = `/api/v1/sessions/${session}/make-ups`;
        const fileId = "00000000-0000-4000-8000-000000000000";
        return (await institution.post<{ code?: string }>(url, { marks: roll(), fileId, reason: "补记" })).body;
      },
      "evidence-unknown",
    ],
  ])("refuses %s", async (_what, act, code) => {
    expect((await act()).code).toBe(code);
  });
});
