import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSource } from "../../fund/index.ts";
import {
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  COUNTY,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";

interface Home {
  queues: { code: string; count: number; overdue?: number }[];
  figures: { code: string; value: number; unit: string }[];
  sessions?: { className: string; expected: number }[];
  sources?: { code: string; availableFen: number }[];
}

let app: TestApp;
let school: string;
let plant: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-03T09:00:00+08:00" });
  school = await anOrganisation(app);
  plant = await anOrganisation(app, { kind: "enterprise" });
  await aClass(app, { organisationId: school, state: "draft" });
  const running = await aClass(app, { organisationId: school });
  for (let n = 0; n < 3; n += 1) await anEnrolment(app, running.id, (await aPerson(app)).id);
  const ended = await aClass(app, { organisationId: school, startsOn: "2019-12-01", state: "completed" });
  await anEnrolment(app, ended.id, (await aPerson(app)).id);
  for (const state of ["submitted", "payable", "paid"] as const)
    await aClaim(app, { organisationId: school, state, amountFen: 50_000 });
  await aClaim(app, { organisationId: plant, state: "prepared" });
  await app.work((context) =>
    openSource(context, { code: "SYBX", name: "失业保险基金", region: COUNTY, openedOn: "2019-12-31", drawOrder: 1 }),
  );
});
afterAll(() => app.close());

const counts = (rows: { code: string; count?: number; value?: number }[]) =>
  Object.fromEntries(rows.map((row) => [row.code, row.count ?? row.value]));

describe("the first page of", () => {
  it("an institution counts what waits, today's sessions, and its money", async () => {
    const { body } = await (
      await app.as("institution", { organisationId: school })
    ).get<Home>("/api/v1/institution/home");
    expect(counts(body.queues)).toMatchObject({ "classes-draft": 1, "classes-returned": 0, "results-due": 1 });
    expect(body.sessions).toMatchObject([{ expected: 3 }]);
    expect(counts(body.figures)).toMatchObject({
      // Those of the running class: who finished isn't taught any more.
      learners: 3,
      "money-in-review": 50_000,
      "money-due": 50_000,
      "money-paid": 50_000,
    });
  });

  it("an institution without anything is all zeros", async () => {
    const empty = await app.as("institution", { organisationId: await anOrganisation(app) });
    const { body } = await empty.get<Home>("/api/v1/institution/home");
    expect(Object.values(counts([...body.queues, ...body.figures])).every((value) => value === 0)).toBe(true);
  });

  it("an enterprise shows the claims that wait for its word", async () => {
    const { body } = await (await app.as("enterprise", { organisationId: plant })).get<Home>("/api/v1/enterprise/home");
    expect(counts(body.queues)).toMatchObject({ "claims-prepared": 1 });
  });

  it("whoever trains today sees the lesson, also before the class was opened", async () => {
    const [trainer, employer] = [await anOrganisation(app), await anOrganisation(app, { kind: "enterprise" })];
    const { id } = await aClass(app, { organisationId: trainer, state: "approved", startsOn: "2020-03-03" });
    await app.services.database
      .updateTable("training_class")
      .set({ enterprise_id: employer })
      .where("id", "=", id)
      .execute();
    for (const [role, organisationId] of [
      ["institution", trainer],
      ["enterprise", employer],
    ] as const) {
      const { body } = await (await app.as(role, { organisationId })).get<Home>(`/api/v1/${role}/home`);
      expect([role, body.sessions?.length]).toEqual([role, 1]);
    }
  });

  it("finance shows what may be paid, and to whom it can't be", async () => {
    const { body } = await (await app.as("finance")).get<Home>("/api/v1/finance/home");
    expect(counts(body.queues)).toMatchObject({ payables: 1, "payees-without-account": 1 });
    expect(body.sources).toMatchObject([{ code: "SYBX", availableFen: 0 }]);
  });

  it("finance of another county shows nothing of ours", async () => {
    const { body } = await (await app.as("finance", { region: "320681" })).get<Home>("/api/v1/finance/home");
    expect(counts(body.queues)).toMatchObject({ payables: 0 });
    expect(body.sources).toEqual([]);
  });
});
