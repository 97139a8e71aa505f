import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  anAdmission,
  anEnrolment,
  anOrganisation,
  aPerson,
  aRoom,
  aStandard,
  aTeacher,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

const PLAN = {
  name: "电工五级第一期",
  policyId: "rugao-2019",
  benefit: "unemployed-training",
  occupation: "6-31-01-03",
  level: 5,
  contentKind: "occupation",
  town: "320682001",
  startsOn: "2020-03-02",
  endsOn: "2020-03-31",
  capacity: 30,
  plan: "理论与实操",
  assessmentPlan: "结业考核",
  priceFen: 126_000,
  phone: "0513-00000001",
  bring: "身份证、笔和工作服",
};

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let reviewer: TestClient;
let teacher: string;
let room: string;
let day = 0;

beforeAll(async () => {
  app = await createTestApp();
  await aStandard(app);
  organisationId = await anOrganisation(app);
  await anAdmission(app, organisationId);
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
  day = 1;
});

const lesson = (given: Record<string, unknown> = {}) => ({
  date: `2020-03-${String((day += 1)).padStart(2, "0")}`,
  from: "08:30",
  to: "11:30",
  hours: 4,
  topic: "实操",
  practice: true,
  teacherId: teacher,
  roomId: room,
  ...given,
});

async function aDraft(given: Record<string, unknown> = {}): Promise<{ id: string; planVersion: number }> {
  const drafted = await institution.post<{ id: string; planVersion: number }>("/api/v1/classes", { ...PLAN, ...given });
  expect(drafted.body).toMatchObject({ planVersion: 1 });
  return drafted.body;
}

async function aFiling(): Promise<string> {
  const { id } = await aDraft();
  for (let n = 0; n < 15; n += 1) {
    const added = await institution.post(
      `/api/v1/classes/${id}/sessions`,
      lesson({ qualityModule: n === 0, practice: n > 0 }),
    );
    expect(added.status).toBe(200);
  }
  return id;
}

describe("filing a class", () => {
  it("takes hours and names from the published list", async () => {
    const { id } = await aDraft();
    const { body } = await institution.get<Record<string, unknown>>(`/api/v1/classes/${id}`);
    expect(body).toMatchObject({ requiredHours: 60, occupationName: "电工", onlineRatio: 0.5, state: "draft" });
  });

  it.each([
    ["a policy that does not exist", { policyId: "nowhere" }, "/policyId"],
    ["an end before the beginning", { endsOn: "2020-03-01" }, "/endsOn"],
    ["start-up training without a course", { benefit: "startup-training" }, "/course"],
    ["an unknown occupation without a name", { occupation: "9-99-99-99", requiredHours: 40 }, "/occupationName"],
    ["an enterprise that does not exist", { enterpriseId: "7e57ed00-0000-4000-8000-000000000000" }, "/enterpriseId"],
  ])("refuses %s", async (_what, given, pointer) => {
    const answer = await institution.post("/api/v1/classes", { ...PLAN, ...given });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it("is taken back to mend it while nobody decided, and submitted again", async () => {
    const id = await aFiling();
    const url = `/api/v1/classes/${id}`;
    expect((await institution.post(`${url}/submission`)).status).toBe(200);
    expect((await institution.post(`${url}/recall`, {})).status).toBe(200);
    expect((await institution.post(`${url}/sessions`, lesson())).status).toBe(200);
    expect((await institution.post(`${url}/submission`)).status).toBe(200);
    expect((await reviewer.post(`${url}/decision`, { verdict: "approve" })).status).toBe(200);
    expect((await institution.post(`${url}/recall`, {})).body.code).toBe("training-class-state");
  });

  it("does not overwrite what a colleague saved meanwhile", async () => {
    const { id } = await aDraft();
    const edit = { ...PLAN, planVersion: 1 };
    expect((await institution.put(`/api/v1/classes/${id}`, { ...edit, name: "甲的修改" })).status).toBe(200);
    const second = await institution.put(`/api/v1/classes/${id}`, { ...edit, name: "乙的修改" });
    expect([second.status, second.body.code]).toEqual([409, "class-edited-meanwhile"]);
  });

  it("lists everything that is wrong at once and refuses the submission with it", async () => {
    const { id } = await aDraft({ occupation: "4-10-01-05", requiredHours: 40, plan: "" });
    await institution.post(`/api/v1/classes/${id}/sessions`, lesson({ date: "2020-05-01" }));
    const checks = await institution.get<{ findings: { code: string }[]; errors: number }>(
      `/api/v1/classes/${id}/checks`,
    );
    expect(checks.body.findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining([
        "not-admitted",
        "plan-missing",
        "hours-short",
        "no-quality-module",
        "session-outside-dates",
      ]),
    );
    const refused = await institution.post(`/api/v1/classes/${id}/submission`);
    expect([refused.status, refused.body.code]).toEqual([422, "class-checks-failed"]);
    expect(refused.body.errors).toHaveLength(checks.body.errors);
    expect((await institution.get<{ state: string }>(`/api/v1/classes/${id}`)).body.state).toBe("draft");
  });

  it("goes to the bureau, back with a reason, and to approval; every submission stays on record", async () => {
    const id = await aFiling();
    expect((await institution.post(`/api/v1/classes/${id}/submission`)).status).toBe(200);
    expect((await institution.put(`/api/v1/classes/${id}`, { ...PLAN, planVersion: 2 })).body.code).toBe(
      "class-not-editable",
    );
    const noReason = await reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "return" });
    expect(noReason.body.code).toBe("reason-missing");
    await reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "return", reason: "请补充设备清单" });
    expect((await institution.post(`/api/v1/classes/${id}/submission`)).status).toBe(200);
    expect((await reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "approve" })).status).toBe(200);
    const { body } = await reviewer.get<{ state: string; history: { to: string; reason: string | null }[] }>(
      `/api/v1/classes/${id}`,
    );
    expect(body.state).toBe("approved");
    expect(body.history.map((step) => step.to)).toEqual(["draft", "submitted", "returned", "submitted", "approved"]);
    expect(body.history[2]?.reason).toBe("请补充设备清单");
    const filings = await app.services.database
      .selectFrom("class_filing")
      .select("version")
      .where("class_id", "=", id)
      .execute();
    expect(filings).toHaveLength(2);
  });

  it("submitted twice with one key is submitted once and answered alike", async () => {
    const id = await aFiling();
    const send = () => institution.post(`/api/v1/classes/${id}/submission`, {}, { "idempotency-key": `submit-${id}` });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const filings = await app.services.database
      .selectFrom("class_filing")
      .select("version")
      .where("class_id", "=", id)
      .execute();
    expect(filings).toHaveLength(1);
  });

  it("is decided by one of two officers who press at the same moment; the other is told", async () => {
    const id = await aFiling();
    await institution.post(`/api/v1/classes/${id}/submission`);
    const other = await app.as("reviewer");
    const answers = await Promise.all(
      [reviewer, other].map((officer) => officer.post(`/api/v1/classes/${id}/decision`, { verdict: "approve" })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("already-decided");
  });

  it("stands in the bureau's queue, oldest first, with the day it is due", async () => {
    const id = await aFiling();
    await institution.post(`/api/v1/classes/${id}/submission`);
    const queue = await reviewer.get<{ rows: { id: string; dueOn: string; overdue: boolean }[] }>(
      "/api/v1/classes/queue",
    );
    // Thursday 20 February plus five working days.
    expect(queue.body.rows.find((row) => row.id === id)).toMatchObject({ dueOn: "2020-02-27", overdue: false });
    await at("2020-02-28T02:00:00Z");
    const later = await reviewer.get<{ rows: { id: string }[] }>("/api/v1/classes/queue?overdue=true");
    expect(later.body.rows.map((row) => row.id)).toContain(id);
  });

  it("is nobody else's to see or decide", async () => {
    const { id } = await aDraft();
    const stranger = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await stranger.get(`/api/v1/classes/${id}`)).status).toBe(403);
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get(`/api/v1/classes/${id}`)).status).toBe(403);
    const town = await app.as("department", { region: "320682001", organisationId: null });
    expect((await town.get(`/api/v1/classes/${id}`)).status).toBe(200);
    const draftsSeen = await reviewer.get<{ rows: { id: string }[] }>("/api/v1/classes?state=draft");
    expect(draftsSeen.body.rows).toEqual([]);
  });

  it("can't be made smaller than the seats that are taken", async () => {
    const { id } = await aDraft();
    await anEnrolment(app, id, (await aPerson(app)).id, 25);
    const smaller = await institution.put(`/api/v1/classes/${id}`, { ...PLAN, capacity: 24, planVersion: 1 });
    expect([smaller.status, smaller.body.code]).toEqual([409, "capacity-below-roster"]);
  });
});

describe("the timetable", () => {
  it.each([
    ["teacher", (other: string) => ({ roomId: other })],
    ["room", (other: string) => ({ teacherId: other })],
  ])("keeps a %s in one place", async (what, elsewhere) => {
    const { id } = await aDraft();
    await institution.post(`/api/v1/classes/${id}/sessions`, lesson({ date: "2020-03-02" }));
    const other = what === "teacher" ? await aRoom(app, organisationId) : (await aTeacher(app, organisationId)).id;
    const second = await aDraft();
    const clash = await institution.post(
      `/api/v1/classes/${second.id}/sessions`,
      lesson({ date: "2020-03-02", from: "10:00", to: "13:00", ...elsewhere(other) }),
    );
    expect([clash.status, clash.body.code]).toEqual([409, "timetable-clash"]);
    expect(clash.body.detail).toContain("电工五级第一期");
  });

  it.each([
    ["an end before the beginning", { to: "08:00" }, 422],
    ["more hours than fit", { hours: 5 }, 422],
    ["a teacher of nobody", { teacherId: "7e57ed00-0000-4000-8000-000000000000" }, 422],
  ])("refuses %s", async (_what, given, status) => {
    const { id } = await aDraft();
    expect((await institution.post(`/api/v1/classes/${id}/sessions`, lesson(given))).status).toBe(status);
  });

  it("frees teachers and rooms when the filing is withdrawn", async () => {
    const { id } = await aDraft();
    await institution.post(`/api/v1/classes/${id}/sessions`, lesson({ date: "2020-03-02" }));
    await institution.post(`/api/v1/classes/${id}/withdrawal`, {});
    const second = await aDraft();
    expect(
      (await institution.post(`/api/v1/classes/${second.id}/sessions`, lesson({ date: "2020-03-02" }))).status,
    ).toBe(200);
  });

  it("is edited and shortened while the class is a draft", async () => {
    const { id } = await aDraft();
    const added = await institution.post<{ id: string }>(`/api/v1/classes/${id}/sessions`, lesson());
    const path = `/api/v1/classes/${id}/sessions/${added.body.id}`;
    expect((await institution.put(path, lesson({ topic: "安全用电" }))).status).toBe(200);
    const { body } = await institution.get<{ sessions: { topic: string }[] }>(`/api/v1/classes/${id}/sessions`);
    expect(body.sessions.map((session) => session.topic)).toEqual(["安全用电"]);
    expect((await institution.del(path)).status).toBe(200);
    expect((await institution.del(path)).status).toBe(404);
  });

  it("shows the week of the institution by room and teacher", async () => {
    const { id } = await aDraft();
    await institution.post(`/api/v1/classes/${id}/sessions`, lesson({ date: "2020-03-27" }));
    const week = await institution.get<{ to: string; sessions: { classId: string }[] }>(
      `/api/v1/organisations/${organisationId}/calendar?from=2020-03-23`,
    );
    expect(week.body.to).toBe("2020-03-29");
    expect(week.body.sessions.map((session) => session.classId)).toContain(id);
  });
});
