import { county, enterCounty } from "@jinengtong/county";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

describe("the standard of a class: price and hours of one version", () => {
  let app: TestApp;
  const shipped = county();
  const LATER = { occupation: "5-05-01-01", occupationName: "农艺工", level: 5, edition: 2022 };
  const first = { ...LATER, occupation: ELECTRICIAN, trainingFen: 100_000, assessmentFen: 20_000, requiredHours: 60 };
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-01-10T02:00:00Z" });
    const publish = async (effectiveFrom: string, ...rows: object[]) => {
      const bureau = await app.as("reviewer");
      for (const row of rows) await bureau.put("/api/v1/catalogue/occupations/draft/rows", row);
      expect((await bureau.post("/api/v1/catalogue/occupations/versions", { effectiveFrom })).status).toBe(200);
    };
    await publish("2019-01-01", first);
    app.setNow("2020-01-20T02:00:00Z");
    await publish(
      "2020-03-01",
      { ...first, trainingFen: 200_000, requiredHours: 80 },
      { ...LATER, trainingFen: 90_000, assessmentFen: 0, requiredHours: 40 },
    );
  });
  afterAll(() => app.close());
  beforeEach(() => enterCounty(shipped));

  const BEFORE = "2020-01-15T02:00:00Z";
  const AFTER = "2020-02-10T02:00:00Z";
  it.each([
    ["filed before the new list", "filing", ELECTRICIAN, BEFORE, 60, "2020-03-02", [100_000, 60]],
    ["filed before it with enough hours", "filing", ELECTRICIAN, BEFORE, 90, "2020-03-02", [100_000, 60]],
    ["filed after it was published", "filing", ELECTRICIAN, AFTER, 80, "2020-03-02", [200_000, 80]],
    ["filed after it, begun before its day", "filing", ELECTRICIAN, AFTER, 60, "2020-02-28", [100_000, 60]],
    [
      "filed before the first list of all",
      "filing",
      ELECTRICIAN,
      "2019-12-01T02:00:00Z",
      80,
      "2020-03-02",
      [200_000, 80],
    ],
    [
      "not listed when filed, with the hours of the new list",
      "filing",
      LATER.occupation,
      BEFORE,
      40,
      "2020-03-02",
      [90_000, 40],
    ],
    ["not listed when filed, with fewer hours", "filing", LATER.occupation, BEFORE, 30, "2020-03-02", null],
    ["by the first day, with its hours", "first-day", ELECTRICIAN, BEFORE, 80, "2020-03-02", [200_000, 80]],
    ["by the first day, with fewer hours", "first-day", ELECTRICIAN, BEFORE, 60, "2020-03-02", [100_000, 60]],
  ] as const)("%s", async (_what, by, occupation, filedAt, hours, date, expected) => {
    enterCounty({ ...shipped, listBasis: [{ from: "2020-01-01", by, source: "示例文件" }] });
    const standard = await standardFor(app.services.database, {
      occupation,
      level: 5,
      date,
      region: COUNTY,
      filed: { at: new Date(filedAt), hours },
    });
    expect(standard && [standard.trainingFen, standard.requiredHours]).toEqual(expected);
  });

  it("follows the county's rule from the day that it names", async () => {
    enterCounty({ ...shipped, listBasis: [{ from: "2020-04-01", by: "first-day", source: "示例文件" }] });
    const filed = { at: new Date(BEFORE), hours: 80 };
    const ask = { occupation: ELECTRICIAN, level: 5, region: COUNTY, filed };
    const [eve, day] = await standardsFor(app.services.database, [
      { ...ask, date: "2020-03-31" },
      { ...ask, date: "2020-04-01" },
    ]);
    expect([eve?.trainingFen, day?.trainingFen]).toEqual([100_000, 200_000]);
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
