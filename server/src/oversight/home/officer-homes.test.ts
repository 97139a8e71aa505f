import { civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { lateSince } from "./late-days.ts";
import { scanForAnomalies } from "../anomaly/scan.ts";

interface Home {
  queues: { code: string; count: number; overdue?: number }[];
  figures: { code: string; value: number }[];
  live: { className: string; expected: number; present: number }[];
  anomalies: { rule: string }[];
  sources: { availableFen: number; reservedFen: number; spentFen: number }[];
}

let app: TestApp;

beforeAll(async () => {
  // In the middle of the second session of a class that began on 2 March.
  app = await createTestApp({ now: "2020-05-20T10:00:00+08:00" });
  await aPaidClaim(app);
  app.setNow("2020-03-03T10:00:00+08:00");
  const school = await anOrganisation(app);
  const running = await aClass(app, { organisationId: school });
  const person = await aPerson(app);
  await attended(app, running.sessionIds.slice(1, 2), await anEnrolment(app, running.id, person.id), person.id);
  const filed = await aClass(app, { organisationId: school, state: "submitted", sessions: 0 });
  await app.services.database
    .updateTable("training_class")
    .set({ submitted_at: new Date("2020-02-20T10:00:00+08:00") })
    .where("id", "=", filed.id)
    .execute();
  await aClaim(app, { state: "submitted" });
  await aClaim(app, { state: "first-passed" });
  await scanForAnomalies(app.services, civilDate("2020-01-01"));
});
afterAll(() => app.close());

const count = (home: Home, code: string) => home.queues.find((queue) => queue.code === code);

describe("the first page of", () => {
  it("the bureau counts each queue with what is late, and shows what is taught now", async () => {
    const { body } = await (await app.as("reviewer")).get<Home>("/api/v1/bureau/home");
    expect(count(body, "classes")).toMatchObject({ count: 1, overdue: 1 });
    expect(count(body, "claims-first")).toMatchObject({ count: 1 });
    expect(count(body, "claims-second")).toMatchObject({ count: 1 });
    expect(body.live).toMatchObject([{ expected: 1, present: 1 }]);
    expect(body.anomalies).toMatchObject([{ rule: "outside-admission" }]);
    expect(body.sources).toMatchObject([{ spentFen: 120_000, reservedFen: 0 }]);
  });

  it("the auditor names what waits for an answer too long", async () => {
    await app.services.database
      .updateTable("anomaly")
      .set({ found_at: new Date("2020-03-02T10:00:00+08:00") })
      .execute();
    app.setNow("2020-05-20T10:00:00+08:00");
    const { body } = await (await app.as("auditor")).get<Home>("/api/v1/audit/home");
    expect(count(body, "anomalies-open")).toMatchObject({ count: 1, overdue: 1 });
    expect(body.figures.find((figure) => figure.code === "paid-month")?.value).toBe(120_000);
    app.setNow("2020-03-03T10:00:00+08:00");
  });

  it("another county is empty", async () => {
    const { body } = await (await app.as("reviewer", { region: "320681" })).get<Home>("/api/v1/bureau/home");
    expect(body.queues.every((queue) => queue.count === 0)).toBe(true);
    expect(body.live).toEqual([]);
  });
});

it("the live view shows what looks odd about a class beside who signed in", async () => {
  const { body } = await (
    await app.as("reviewer")
  ).get<{ rows: { oddities: { title: string }[] }[] }>("/api/v1/oversight/live");
  expect(body.rows).toMatchObject([{ oddities: [{ title: "超出准入职业或等级办班" }] }]);
});

it.each([
  ["2020-03-11", 5, "2020-03-03"],
  // The spring festival of 2021, and the Saturday after it that was worked.
  ["2021-02-22", 5, "2021-02-08"],
])("on %s what was filed more than %i working days ago is late: on or before %s", (today, days, since) => {
  expect(lateSince(civilDate(today), days)).toBe(since);
});
