import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { isAdmitted } from "./admitted.ts";

const FORM = {
  activity: "training",
  occupation: "6-31-01-03",
  level: 5,
  statement: "专职教师 5 人，实训室 3 间，设备齐全",
};

let app: TestApp;
let organisationId: string;
let institution: TestClient;
let bureau: TestClient;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await at("2020-01-10T02:00:00Z", await anOrganisation(app));
});

/** Moves the clock; both accounts sign in again. */
async function at(instant: string, organisation = organisationId): Promise<void> {
  organisationId = organisation;
  app.setNow(instant);
  institution = await app.as("institution", { organisationId });
  bureau = await app.as("reviewer");
}
const onDay = (date: string): Promise<boolean> =>
  isAdmitted(app.services.database, organisationId, "training", "6-31-01-03", 5, date);
async function anApplication(given: Record<string, unknown> = {}): Promise<string> {
  const { body } = await institution.post<{ id: string }>("/api/v1/admissions", { ...FORM, ...given });
  return body.id;
}
async function submitted(): Promise<string> {
  const id = await anApplication();
  expect((await institution.post(`/api/v1/admissions/${id}/submission`)).status).toBe(200);
  return id;
}
const decide = (id: string, body: Record<string, unknown>) => bureau.post(`/api/v1/admissions/${id}/decision`, body);

describe("admission to an occupation and level", () => {
  it("goes from a draft over an inspection to a time of validity", async () => {
    const id = await submitted();
    await bureau.post(`/api/v1/admissions/${id}/inspection`, { note: "场地设备与申报一致" });
    expect((await decide(id, { verdict: "admit", validTo: "2022-01-09" })).status).toBe(200);
    expect(await Promise.all(["2020-01-09", "2020-01-10", "2022-01-09", "2022-01-10"].map(onDay))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const { body } = await institution.get<{ history: { to: string }[]; events: { label: string }[] }>(
      `/api/v1/admissions/${id}`,
    );
    expect(body.history.map((step) => step.to)).toEqual(["draft", "submitted", "inspecting", "admitted"]);
    expect(body.events).toMatchObject([{ label: "实地考察", reason: "场地设备与申报一致" }]);
  });

  it.each(["public", "private"] as const)(
    "asks a %s organisation nothing else and gives it the same",
    async (ownership) => {
      await app.services.database
        .updateTable("organisation")
        .set({ ownership })
        .where("id", "=", organisationId)
        .execute();
      const id = await submitted();
      expect((await decide(id, { verdict: "admit" })).status).toBe(200);
      const { body } = await bureau.get<{ validFrom: string; validTo: string; state: string }>(
        `/api/v1/admissions/${id}`,
      );
      expect(body).toMatchObject({ state: "admitted", validFrom: "2020-01-10", validTo: "2023-01-10" });
      expect(await onDay("2020-06-01")).toBe(true);
    },
  );

  it("comes back with a reason, is put right and submitted again", async () => {
    const id = await submitted();
    expect((await decide(id, { verdict: "return" })).status).toBe(422);
    await decide(id, { verdict: "return", reason: "请补充消防验收材料" });
    expect(
      (await institution.put(`/api/v1/admissions/${id}`, { ...FORM, statement: "补充：消防验收已通过，材料附后" }))
        .status,
    ).toBe(200);
    expect((await institution.post(`/api/v1/admissions/${id}/submission`)).status).toBe(200);
    expect((await institution.put(`/api/v1/admissions/${id}`, FORM)).body.code).toBe("admission-not-editable");
    expect((await institution.post(`/api/v1/admissions/${id}/withdrawal`)).status).toBe(200);
  });

  it.each([["without saying what it has", { statement: "" }, "statement-missing"]])(
    "is not submitted %s",
    async (_what, given, code) => {
      const id = await anApplication(given);
      expect((await institution.post(`/api/v1/admissions/${id}/submission`)).body.code).toBe(code);
    },
  );

  it("is not asked for twice, and not with the papers of somebody else", async () => {
    await submitted();
    expect((await institution.post("/api/v1/admissions", FORM)).body.code).toBe("admission-exists");
    const foreign = { ...FORM, level: 4, evidenceFileIds: ["7e57ed00-0000-4000-8000-000000000000"] };
    expect((await institution.post("/api/v1/admissions", foreign)).body.code).toBe("evidence-unknown");
  });

  it("is decided by one of two officers", async () => {
    const id = await submitted();
    const other = await app.as("reviewer");
    const answers = await Promise.all(
      [bureau, other].map((officer) => officer.post(`/api/v1/admissions/${id}/decision`, { verdict: "admit" })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  it("waits in the bureau's list until it is overdue", async () => {
    const id = await submitted();
    await at("2020-02-20T02:00:00Z");
    const { body } = await bureau.get<{ rows: { id: string; dueOn: string; overdue: boolean }[] }>(
      "/api/v1/admissions?waiting=true",
    );
    // Twenty working days: one Sunday worked, the Spring Festival of 2020 prolonged to 2 February.
    expect(body.rows.find((row) => row.id === id)).toMatchObject({ dueOn: "2020-02-14", overdue: true });
  });
});

describe("the ladder of sanctions", () => {
  it.each([
    ["talk", "admitted", true],
    ["rectification", "admitted", true],
    ["suspension", "suspended", false],
    ["removal", "exited", false],
    ["blacklist", "exited", false],
    ["revocation", "exited", false],
  ])("%s leaves it %s", async (step, state, mayTrain) => {
    const id = await submitted();
    await decide(id, { verdict: "admit" });
    await at("2020-06-01T02:00:00Z");
    expect((await bureau.post(`/api/v1/admissions/${id}/sanctions`, { step, reason: "抽查发现课时不实" })).status).toBe(
      200,
    );
    expect((await bureau.get<{ state: string }>(`/api/v1/admissions/${id}`)).body.state).toBe(state);
    expect(await onDay("2020-06-01")).toBe(mayTrain);
    // Training before a sanction keeps its status.
    expect(await onDay("2020-05-31")).toBe(true);
  });

  it("a suspended organisation comes back, can't leave to slip away, and a renewed one lasts longer", async () => {
    const id = await submitted();
    await decide(id, { verdict: "admit", validTo: "2020-12-31" });
    await at("2020-06-01T02:00:00Z");
    await bureau.post(`/api/v1/admissions/${id}/sanctions`, { step: "suspension", reason: "限期整改" });
    expect((await institution.post(`/api/v1/admissions/${id}/leaving`, { reason: "停办" })).status).toBe(409);
    expect(
      (await bureau.post(`/api/v1/admissions/${id}/renewal`, { validTo: "2021-12-31", reason: "延续" })).body.code,
    ).toBe("not-admitted");
    await at("2020-07-01T02:00:00Z");
    await bureau.post(`/api/v1/admissions/${id}/resumption`, { reason: "整改合格" });
    expect(await Promise.all(["2020-06-30", "2020-07-01"].map(onDay))).toEqual([false, true]);
    await bureau.post(`/api/v1/admissions/${id}/renewal`, { validTo: "2021-12-31", reason: "年检合格" });
    expect(await onDay("2021-06-01")).toBe(true);
    expect((await institution.post(`/api/v1/admissions/${id}/leaving`, { reason: "停办该专业" })).status).toBe(200);
  });

  it("is the bureau's list to take away as a workbook", async () => {
    await submitted();
    const file = await bureau.inject({ url: "/api/v1/admissions/export?waiting=true" });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.subarray(0, 2).toString()).toBe("PK");
  });
});
