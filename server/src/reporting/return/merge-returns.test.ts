import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  createTestApp,
  upload,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let bureau: TestClient;

beforeAll(async () => {
  app = await createTestApp({ now: "2026-04-02T09:00:00+08:00" });
  bureau = await app.as("reviewer");
});
afterAll(() => app.close());

const person = (n: number): string =>
  makeCitizenId("320682", civilDate(`19${70 + Math.floor(n / 900)}-03-02`), (n % 900) + 1);
const HEADINGS = "姓名,身份证号码,培训类别,培训机构,职业工种,技能等级,开班日期,结束日期,课时,补贴金额,资金来源";
const line = (idNumber: string, startedOn = "2026-03-02"): string =>
  `王示例,${idNumber},企业职工,示例职校,电工,初级工,${startedOn},2026-03-30,80,1000,部门专项`;

async function anOffice(name: string) {
  const id = await anOrganisation(app, { name, kind: "department" });
  const account = () => app.as("department", { organisationId: id });
  return { id, clerk: await account(), head: await account() };
}

/** The number with another check digit. */
const badly = (number: string): string => `${number.slice(0, 17)}${number.endsWith("1") ? "2" : "1"}`;

let minute = 0;

interface Report {
  stored: number;
  errorRows: number;
}

/** Sends a month of an office, up to its acceptance by the bureau. */
async function report(
  { clerk, head }: Awaited<ReturnType<typeof anOffice>>,
  lines: readonly string[],
  period = "2026-03",
) {
  const { id } = (await clerk.post<{ id: string }>("/api/v1/period-returns", { form: "training-monthly", period }))
    .body;
  const path = `/api/v1/period-returns/${id}`;
  const sheet = await upload<Report>(clerk, `${path}/row-imports`, {
    name: "名单.csv",
    content: `${[HEADINGS, ...lines].join("\n")}\n`,
  });
  const n = String(sheet.body.stored);
  const zero = { keyGroups: "0", startup: "0", safety: "0", apprentices: "0", workForTraining: "0", certified: "0" };
  await clerk.put(path, {
    figures: { ...zero, personTimes: n, persons: n, enterprise: n, paid: String(sheet.body.stored * 1000) },
    note: null,
  });
  app.setNow(new Date(Date.parse("2026-04-02T01:00:00Z") + (minute += 1) * 60_000).toISOString());
  const sent = await clerk.post(`${path}/submission`);
  expect([sent.status, sent.body.detail]).toEqual([200, undefined]);
  await app.drain();
  await head.post(`${path}/agreement`);
  const accepted = await bureau.post(`${path}/acceptance`);
  expect([accepted.status, accepted.body.detail]).toEqual([200, undefined]);
  return { path, sheet: sheet.body };
}

interface Merged {
  period: {
    own: Record<string, number>;
    offices: Record<string, number>;
    merged: Record<string, number>;
    byOffice: { name: string; rows: number; doubles: number; counted: number; newPersons: number }[];
    byKind: { label: string; personTimes: number }[];
  };
  year: { merged: Record<string, number> };
}

it("merges 500 rows with 12 bad numbers, 30 known to us and 5 of another office: 488 valid, 453 new persons, 35 doubles (1)", async () => {
  const school = await anOrganisation(app);
  const { id: classId } = await aClass(app, {
    organisationId: school,
    startsOn: "2026-03-10",
    state: "running",
    capacity: 40,
  });
  const enrolments: string[] = [];
  for (let n = 0; n < 30; n++) {
    const { id } = await aPerson(app, { citizenId: person(n) });
    enrolments.push(await anEnrolment(app, classId, id));
  }
  const emergency = await anOffice("示例应急局");
  await report(
    emergency,
    Array.from({ length: 5 }, (_, n) => line(person(100 + n), "2026-03-20")),
  );
  const agriculture = await anOffice("示例农业局");
  const lines = [
    ...Array.from({ length: 30 }, (_, n) => line(person(n))),
    ...Array.from({ length: 5 }, (_, n) => line(person(100 + n))),
    ...Array.from({ length: 453 }, (_, n) => line(person(200 + n))),
    ...Array.from({ length: 12 }, (_, n) => line(badly(person(700 + n)))),
  ];
  const { path, sheet } = await report(agriculture, lines);
  expect(sheet).toMatchObject({ stored: 488, errorRows: 12 });
  const receipt = await agriculture.clerk.get(`${path}/receipt`);
  expect(receipt.body).toEqual({ rows: 488, persons: 488, newPersons: 453, doubles: 35, withOwn: 30, withOffices: 5 });

  const merged = (await bureau.get<Merged>("/api/v1/period-forms/training-monthly/periods/2026-03/merged")).body;
  expect(merged.period.own).toMatchObject({ personTimes: 30, persons: 30 });
  expect(merged.period.offices).toMatchObject({ personTimes: 493, persons: 488 });
  expect(merged.period.merged).toMatchObject({ personTimes: 30 + 5 + 453, persons: 488 });
  expect(merged.year.merged).toEqual(merged.period.merged);
  expect(merged.period.byOffice).toEqual([
    expect.objectContaining({ name: "示例农业局", rows: 488, doubles: 35, counted: 453, newPersons: 453 }),
    expect.objectContaining({ name: "示例应急局", rows: 5, doubles: 0, counted: 5, newPersons: 5 }),
  ]);

  const doubles = await bureau.get<{ rows: { office: string; other: string; bothPay: boolean }[] }>(
    "/api/v1/return-doubles?limit=200",
  );
  expect(doubles.body.rows).toHaveLength(35);
  expect(new Set(doubles.body.rows.map(({ office }) => office))).toEqual(new Set(["示例农业局"]));
  expect(doubles.body.rows.filter(({ bothPay }) => bothPay)).toHaveLength(5);
  // Both offices are told on the day; each sees its own rows alone.
  const told = await app.services.database
    .selectFrom("message_outbox")
    .select("organisation_id")
    .where("template", "=", "doubles-found")
    .execute();
  expect(new Set(told.map((row) => row.organisation_id))).toEqual(new Set([agriculture.id, emergency.id]));
  expect((await emergency.clerk.get<{ rows: unknown[] }>("/api/v1/return-doubles")).body.rows).toEqual([]);
  expect((await bureau.get("/api/v1/return-doubles/export?pays=both")).status).toBe(200);

  // Two offices paid one slot, and we paid one that an office paid too (7).
  await aClaim(app, {
    personId: (
      await app.services.database
        .selectFrom("enrolment")
        .select("person_id")
        .where("id", "=", enrolments[0] as string)
        .executeTakeFirstOrThrow()
    ).person_id,
    enrolmentId: enrolments[0] as string,
    classId,
    state: "paid",
  });
  const { scanForAnomalies } = await import("../../oversight/index.ts");
  await scanForAnomalies(app.services, civilDate("2026-01-01"));
  const found = await app.services.database
    .selectFrom("anomaly")
    .select(["subject_kind", "summary", "evidence"])
    .where("rule", "=", "paid-by-two-offices")
    .orderBy("subject_kind")
    .execute();
  expect(found.map(({ subject_kind }) => subject_kind)).toEqual(["claim", "organisation"]);
  expect(found[1]).toMatchObject({
    summary: "示例农业局 2026-03 报送的 5 行，别的部门已付过补贴",
    evidence: { rows: 5, fen: 500_000, offices: [emergency.id] },
  });
});

it("finds an old list that is sent again with new dates", async () => {
  const again = await anOffice("示例残联");
  await report(again, [line(person(900), "2026-02-20")], "2026-02");
  const { path } = await report(again, [line(person(900), "2026-03-10"), line(person(901), "2026-03-10")]);
  expect((await again.clerk.get(`${path}/receipt`)).body).toMatchObject({
    rows: 2,
    doubles: 1,
    withOffices: 1,
    newPersons: 1,
  });
  const stranger = await anOffice("示例外局");
  expect((await stranger.clerk.get(`${path}/receipt`)).status).toBe(403);
});
