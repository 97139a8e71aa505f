import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { returnUnusedPlaces } from "../../catalogue/quota/return-unused.ts";
import { quotaVerifier } from "../../catalogue/quota/verify-quotas.ts";
import {
  aClass,
  anAdmission,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

const TOWN = "320682001";
const WHOLE = { scope: "plan" } as const;
const IN_TOWN = { scope: "town", town: TOWN } as const;

let app: TestApp;
let school: string;
let reviewer: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  school = await anOrganisation(app);
  await anAdmission(app, school);
  await signIn();
});
/** Sessions don't last over weeks. */
async function signIn(): Promise<void> {
  reviewer = await app.as("reviewer");
  second = await app.as("reviewer");
}
afterAll(() => app.close());

let plans = 0;
/** A named plan, with places for each place given. */
async function aPlan(places: readonly [place: object, places: number][] = [], given: object = {}): Promise<string> {
  plans += 1;
  const { body } = await reviewer.post<{ id: string }>("/api/v1/training-projects", {
    code: `PLAN-${plans}`,
    name: `测试计划 ${plans}`,
    kind: "named-plan",
    clause: "五.1",
    openFrom: "2020-01-01",
    ...given,
  });
  for (const [place, count] of places) await release(await propose(body.id, place, count));
  return body.id;
}

async function propose(projectId: string, place: object, places: number, given: object = {}): Promise<string> {
  const made = await reviewer.post<{ id: string }>("/api/v1/plan-quota-changes", {
    projectId,
    year: 2020,
    place,
    kind: "set",
    places,
    reason: "年度计划",
    ...given,
  });
  expect(made.status).toBe(200);
  return made.body.id;
}
const decide = (id: string, body: object = { released: true }) =>
  second.post<{ code?: string }>(`/api/v1/plan-quota-changes/${id}/decision`, body);
async function release(id: string): Promise<void> {
  expect((await decide(id)).status).toBe(200);
}

const filed = async (projectId: string, capacity: number, given: object = {}): Promise<string> =>
  (
    await aClass(app, {
      organisationId: school,
      state: "submitted",
      startsOn: "2020-03-16",
      projectId,
      capacity,
      ...given,
    })
  ).id;
const approve = (classId: string) =>
  reviewer.post<{ code?: string; detail?: string }>(`/api/v1/classes/${classId}/decision`, { verdict: "approve" });

interface Use {
  scope: string;
  places: number;
  drawn: number;
  left: number;
  used: number;
  done: number;
  persons: number;
}
async function useOf(projectId: string, scope = "plan"): Promise<Use | undefined> {
  const { body } = await reviewer.get<{ rows: Use[] }>(`/api/v1/plan-quotas?projectId=${projectId}&year=2020`);
  return body.rows.find((row) => row.scope === scope);
}

async function peopleIn2020(): Promise<number> {
  return (await reviewer.get<{ people: number }>("/api/v1/plan-quotas?year=2020")).body.people;
}

describe("places of a named plan", () => {
  it("are drawn by approved classes and freed by cancelled ones (1, 2)", async () => {
    const plan = await aPlan([[WHOLE, 200]]);
    const first = await filed(plan, 120);
    const other = await filed(plan, 70);
    expect([(await approve(first)).status, (await approve(other)).status]).toEqual([200, 200]);
    const refused = await approve(await filed(plan, 20));
    expect(refused.body).toMatchObject({ code: "quota-full", left: 10 });
    expect(refused.body.detail).toContain("还剩 10 个，本班要 20 个");
    expect((await approve(await filed(plan, 10))).status).toBe(200);
    expect(await useOf(plan)).toMatchObject({ places: 200, drawn: 200, left: 0 });
    await reviewer.post(`/api/v1/classes/${other}/cancellation`, { reason: "报名不足" });
    expect(await useOf(plan)).toMatchObject({ drawn: 130, left: 70 });
  });

  it("are held for the learners once a class begins; a joiner takes one more (3)", async () => {
    const plan = await aPlan([[WHOLE, 70]]);
    const id = await filed(plan, 70);
    await approve(id);
    for (let n = 0; n < 3; n += 1) await anEnrolment(app, id, (await aPerson(app)).id);
    app.setNow("2020-03-16T00:30:00Z");
    const clerk = await app.as("institution", { organisationId: school });
    expect((await clerk.post(`/api/v1/classes/${id}/start`)).status).toBe(200);
    await signIn();
    expect(await useOf(plan)).toMatchObject({ drawn: 3, left: 67, used: 3, done: 0, persons: 3 });
    app.setNow("2020-02-20T02:00:00Z");
    await signIn();
  });

  it("count a person in each of two plans, and once in all (4)", async () => {
    const person = await aPerson(app);
    const plan = [await aPlan([[WHOLE, 30]]), await aPlan([[WHOLE, 30]])];
    const before = await peopleIn2020();
    for (const projectId of plan) {
      const id = await filed(projectId, 30);
      await approve(id);
      await anEnrolment(app, id, person.id);
      await app.services.database
        .updateTable("training_class")
        .set({ state: "running" })
        .where("id", "=", id)
        .execute();
    }
    expect(await Promise.all(plan.map(async (id) => (await useOf(id))?.persons))).toEqual([1, 1]);
    expect((await peopleIn2020()) - before).toBe(1);
  });

  it("of a town end before those of the plan, and the refusal names the town (5)", async () => {
    const plan = await aPlan([
      [WHOLE, 200],
      [IN_TOWN, 50],
    ]);
    await approve(await filed(plan, 45));
    const refused = await approve(await filed(plan, 10));
    expect(refused.body.detail).toMatch(/2020 年.+(?:镇|街道)的名额还剩 5 个/u);
    expect((await approve(await filed(plan, 10, { town: "320682105" }))).status).toBe(200);
    expect([(await useOf(plan))?.drawn, (await useOf(plan, "town"))?.drawn]).toEqual([55, 45]);
  });

  it("that are the last go to one of two approvals at once (6)", async () => {
    const plan = await aPlan([
      [WHOLE, 10],
      [{ scope: "organisation", organisationId: school }, 10],
    ]);
    const ids = [await filed(plan, 10), await filed(plan, 10)];
    const answers = await Promise.all(ids.map(approve));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await useOf(plan)).toMatchObject({ drawn: 10, left: 0 });
  });

  it("have no limit in a year without quota, nor for another plan", async () => {
    const plan = await aPlan([[WHOLE, 1]]);
    expect((await approve(await filed(plan, 30, { startsOn: "2021-03-16" }))).status).toBe(200);
    expect((await approve(await filed(await aPlan(), 30))).status).toBe(200);
  });
});

describe("a change of places", () => {
  it("holds once another officer released it", async () => {
    const plan = await aPlan();
    const id = await propose(plan, WHOLE, 30);
    expect(await useOf(plan)).toMatchObject({ places: 0 });
    const own = await reviewer.post<{ code: string }>(`/api/v1/plan-quota-changes/${id}/decision`, { released: true });
    expect(own.body.code).toBe("decided-by-proposer");
    expect((await decide(id, { released: false })).status).toBe(422);
    await release(id);
    expect((await decide(id)).body.code).toBe("plan-quota-change-state");
    expect(await useOf(plan)).toMatchObject({ places: 30 });
  });

  it("covers the classes approved before there was a quota, or is refused", async () => {
    const plan = await aPlan();
    await approve(await filed(plan, 40));
    const refused = await decide(await propose(plan, WHOLE, 39));
    expect(refused.body).toMatchObject({ code: "quota-below-use", used: 40 });
    await release(await propose(plan, WHOLE, 45));
    expect(await useOf(plan)).toMatchObject({ places: 45, drawn: 40, left: 5 });
  });

  it("moves places to another, but never those that classes hold", async () => {
    const plan = await aPlan([
      [IN_TOWN, 20],
      [{ scope: "organisation", organisationId: school }, 20],
    ]);
    await approve(await filed(plan, 15));
    const to = { kind: "transfer", to: { scope: "town", town: "320682105" } };
    const refused = await decide(await propose(plan, IN_TOWN, 6, to));
    expect(refused.body).toMatchObject({ code: "quota-in-use", free: 5 });
    await release(await propose(plan, IN_TOWN, 5, to));
    const rows = await reviewer.get<{ rows: Use[] }>(`/api/v1/plan-quotas?projectId=${plan}&year=2020`);
    expect(rows.body.rows.map(({ places }) => places).toSorted((a, b) => a - b)).toEqual([5, 15, 20]);
  });

  it("lets the owner overdraw with a reason", async () => {
    const plan = await aPlan([[WHOLE, 10]]);
    await release(await propose(plan, WHOLE, 5, { kind: "overdraw", reason: "企业急需" }));
    expect((await approve(await filed(plan, 15))).status).toBe(200);
    expect(await useOf(plan)).toMatchObject({ places: 10, drawn: 15, left: 0 });
  });

  it("is proposed by the owner office, and by no other", async () => {
    const owner = await anOrganisation(app, { kind: "department" });
    const plan = await aPlan([], { ownerId: owner });
    const ask = { projectId: plan, year: 2020, place: WHOLE, kind: "set", places: 5, reason: "年度计划" };
    const clerk = await app.as("department", { organisationId: owner });
    const stranger = await app.as("department", { organisationId: await anOrganisation(app, { kind: "department" }) });
    expect((await clerk.post("/api/v1/plan-quota-changes", ask)).status).toBe(200);
    expect((await stranger.post<{ code: string }>("/api/v1/plan-quota-changes", ask)).body.code).toBe("not-plan-owner");
  });

  it("limits nothing and takes nothing back before it is released", async () => {
    const plan = await aPlan();
    await propose(plan, WHOLE, 1);
    await propose(plan, IN_TOWN, 1, { returnsOn: "2020-02-21" });
    expect((await approve(await filed(plan, 30))).status).toBe(200);
    expect(await useOf(plan, "town")).toMatchObject({ places: 0, drawn: 0 });
  });

  it.each([
    ["a day of return that is over", { returnsOn: "2019-01-01" }, "returns-on-past"],
    ["a town of another county", { place: { scope: "town", town: "110101001" } }, "quota-town"],
    ["nothing", { places: 0 }, "invalid-input"],
    ["a transfer to itself", { kind: "transfer", to: WHOLE }, "quota-transfer-same"],
    ["a transfer to nowhere", { kind: "transfer" }, "quota-transfer-same"],
  ])("refuses %s", async (_, given, code) => {
    const ask = { projectId: await aPlan(), year: 2020, place: WHOLE, kind: "set", places: 5, reason: "年度计划" };
    const refused = await reviewer.post<{ code: string }>("/api/v1/plan-quota-changes", { ...ask, ...given });
    expect(refused.body.code).toBe(code);
  });
});

it("returns unused places of towns and institutions on their day, once; the plan keeps its own", async () => {
  const plan = await aPlan([[WHOLE, 100]]);
  await release(await propose(plan, IN_TOWN, 40, { returnsOn: "2020-02-21" }));
  await approve(await filed(plan, 25));
  app.setNow("2020-02-21T02:00:00Z");
  await returnUnusedPlaces(app.services);
  await returnUnusedPlaces(app.services);
  await signIn();
  expect([await useOf(plan), await useOf(plan, "town")]).toMatchObject([
    { places: 100, drawn: 25 },
    { places: 25, drawn: 25 },
  ]);
});

it("sums follow their rows", async () => {
  expect(await quotaVerifier.run(app.services)).toMatchObject({ differences: [] });
});
