import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAdmission, anOrganisation, aStandard, COUNTY, createTestApp, type TestApp } from "../../test/index.ts";
import { isAdmitted } from "../admission/admitted.ts";
import { standardFor, standardsFor } from "./standards.ts";

const ELECTRICIAN = "6-31-01-03";

describe("the standard in force", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await aStandard(app, { shortage: true });
    await aStandard(app, { occupation: "4-10-01-05", trainingFen: 120_000, requiredHours: 80 });
  });
  afterAll(() => app.close());

  it.each([
    ["on a day of the list", { occupation: ELECTRICIAN, level: 5, date: "2020-03-01", region: COUNTY }, 100_000],
    [
      "in a town of the county",
      { occupation: "4-10-01-05", level: 5, date: "2020-03-01", region: "320682103" },
      120_000,
    ],
    ["before the first list", { occupation: ELECTRICIAN, level: 5, date: "2018-12-31", region: COUNTY }, null],
    ["at a level that is not listed", { occupation: ELECTRICIAN, level: 3, date: "2020-03-01", region: COUNTY }, null],
    ["in another county", { occupation: ELECTRICIAN, level: 5, date: "2020-03-01", region: "320681" }, null],
  ])("is read %s", async (_when, ask, trainingFen) => {
    const standard = await standardFor(app.services.database, ask);
    expect(standard?.trainingFen ?? null).toBe(trainingFen);
  });
  it("names the versions it was read from and says whether the occupation is short", async () => {
    const asks = [ELECTRICIAN, "4-10-01-05", "nothing"].map((occupation) => ({
      occupation,
      level: 5,
      date: "2020-03-01",
      region: COUNTY,
    }));
    const [electrician, carer, nothing] = await standardsFor(app.services.database, asks);
    expect(electrician).toMatchObject({ shortage: true, requiredHours: 60, assessmentFen: 20_000 });
    expect(electrician?.versionIds).toHaveLength(2);
    expect(carer?.shortage).toBe(false);
    expect(nothing).toBeNull();
  });
});

describe("admission on a day", () => {
  let app: TestApp;
  let organisation: string;
  beforeAll(async () => {
    app = await createTestApp();
    organisation = await anOrganisation(app);
    const id = await anAdmission(app, organisation);
    await app.services.database.updateTable("admission").set({ state: "suspended" }).where("id", "=", id).execute();
    await app.services.database
      .insertInto("admission_event")
      .values({ admission_id: id, kind: "suspension", on_date: "2021-06-01", reason: "课时不实", made_by: null })
      .execute();
  });
  afterAll(() => app.close());

  it.each([
    ["before the suspension", "training", ELECTRICIAN, 5, "2021-05-31", true],
    ["from the suspension on", "training", ELECTRICIAN, 5, "2021-06-01", false],
    ["before its validity", "training", ELECTRICIAN, 5, "2019-12-31", false],
    ["at another level", "training", ELECTRICIAN, 4, "2020-05-31", false],
    ["for evaluation", "evaluation", ELECTRICIAN, 5, "2020-05-31", false],
  ] as const)("%s", async (_when, activity, occupation, level, date, expected) => {
    expect(await isAdmitted(app.services.database, organisation, activity, occupation, level, date)).toBe(expected);
  });
});
