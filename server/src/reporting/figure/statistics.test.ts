import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHEET_MEDIA_TYPES } from "../../adapters/spreadsheet/index.ts";
import { completionOf } from "../../assessment/index.ts";
import { sql } from "../../kernel/database.ts";
import {
  aCertificate,
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  attended,
  createTestApp,
  watched,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { factDifferences, refreshFacts } from "../facts/refresh.ts";

interface Table {
  total: number;
  unit: string;
  scale: number;
  rows: { code: string; label: string; value: number }[];
  series: { code: string; label: string; values: number[] }[];
}

let app: TestApp;
let officer: TestClient;
let school: string;
let other: string;
let zhang: { id: string };
let first: { id: string; sessionIds: string[] };
let enrolment: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  officer = await app.as("reviewer");
  school = await anOrganisation(app, { name: "甲校" });
  other = await anOrganisation(app, { name: "乙校" });
  first = await aClass(app, { organisationId: school, startsOn: "2020-03-02" });
  const second = await aClass(app, { organisationId: other, startsOn: "2020-05-04", level: 4 });
  zhang = await aPerson(app, { name: "张小示" });
  enrolment = await anEnrolment(app, first.id, zhang.id);
  await anEnrolment(app, second.id, zhang.id);
  await anEnrolment(app, first.id, (await aPerson(app)).id);
  await attended(app, first.sessionIds, enrolment, zhang.id);
  await watched(app, { enrolmentId: enrolment, personId: zhang.id, organisationId: school, hours: 3.5 });
  const certificateId = await aCertificate(app, { personId: zhang.id, classId: first.id, enrolmentId: enrolment });
  await aPaidClaim(app, { personId: zhang.id, classId: first.id, enrolmentId: enrolment, certificateId });
  await refreshFacts(app.services);
});
afterAll(() => app.close());

const ask = async (query: string, client = officer) => (await client.get<Table>(`/api/v1/statistics?${query}`)).body;
const counted = (table: Table) => table.rows.map((row) => [row.label, row.value]);

describe("a figure", () => {
  it.each([
    ["person-times", 3, "人次", 1],
    ["persons", 2, "人", 1],
    ["hours", 6_350, "课时", 100],
    ["certificates", 1, "本", 1],
    ["certified-persons", 1, "人", 1],
    ["completed", 0, "人次", 1],
    ["claims", 1, "件", 1],
    ["approved", 120_000, "元", 100],
    ["paid", 120_000, "元", 100],
    ["beneficiaries", 1, "人", 1],
  ])("%s is %i, and always says its unit: %s", async (measure, total, unit, scale) => {
    expect(await ask(`measure=${measure}`)).toMatchObject({ total, unit, scale });
  });

  it.each<[string, [string, number][]]>([
    ["measure=person-times&by=year", [["2020年", 3]]],
    [
      "measure=person-times&by=month",
      [
        ["2020年3月", 2],
        ["2020年4月", 0],
        ["2020年5月", 1],
      ],
    ],
    [
      "measure=persons&by=quarter",
      [
        ["2020年1季度", 2],
        ["2020年2季度", 1],
      ],
    ],
    [
      "measure=persons&by=institution",
      [
        ["甲校", 2],
        ["乙校", 1],
      ],
    ],
    [
      "measure=persons&by=level",
      [
        ["五级/初级工", 2],
        ["四级/中级工", 1],
      ],
    ],
    ["measure=person-times&by=town", [["如城街道", 3]]],
    ["measure=person-times&by=group", [["登记失业人员", 3]]],
    ["measure=person-times&by=occupation&from=2020-04-01", [["电工", 1]]],
    ["measure=person-times&by=month&to=2020-03-31", [["2020年3月", 2]]],
    ["measure=paid&by=source", [["失业保险基金（示例）", 120_000]]],
    ["measure=paid&by=benefit", [["失业人员职业技能培训补贴", 120_000]]],
    ["measure=person-times&by=policy", [["如皋市职业技能提升行动（2019—2021 年）", 3]]],
    ["measure=person-times&by=department", [["未注明", 3]]],
    ["measure=person-times&by=town&town=320682103", []],
  ])("can be cut: %s", async (query, rows) => {
    expect(counted(await ask(query))).toEqual(rows);
  });

  it("can be split into series that line up with its rows", async () => {
    const table = await ask("measure=person-times&by=month&split=institution");
    expect(table.series).toEqual([
      { code: school, label: "甲校", values: [2, 0, 0] },
      { code: other, label: "乙校", values: [0, 0, 1] },
    ]);
  });

  it("of trainings has no fund source, and says so", async () => {
    const { status, body } = await officer.get("/api/v1/statistics?measure=persons&by=source");
    expect([status, body.code]).toEqual([422, "cut-without-meaning"]);
  });

  it.each([
    ["another county sees", "reviewer", { region: "320681" }, 0],
    ["a town's officer sees their town", "reviewer", { region: "320682001" }, 3],
    ["another town's officer sees", "reviewer", { region: "320682103" }, 0],
  ] as const)("%s", async (_who, role, given, total) => {
    expect((await ask("measure=person-times", await app.as(role, given))).total).toBe(total);
  });

  it("of an institution is its own, whatever it asks for", async () => {
    const client = await app.as("institution", { organisationId: other });
    expect((await ask(`measure=person-times&institution=${school}`, client)).total).toBe(1);
  });
});

describe("behind a figure", () => {
  it("are its rows, masked and in pages", async () => {
    const url = "/api/v1/statistics/rows?measure=person-times&limit=2";
    const one = await officer.get<{ rows: { person: string; class: string }[]; nextCursor: string }>(url);
    const two = await officer.get<typeof one.body>(`${url}&cursor=${one.body.nextCursor}`);
    expect([one.body.rows.length, two.body.rows.length, two.body.nextCursor]).toEqual([2, 1, null]);
    expect(one.body.rows[0]?.person).toBe("张*示");
    const paid = await officer.get<{ rows: object[] }>("/api/v1/statistics/rows?measure=paid");
    expect(paid.body.rows).toMatchObject([{ paidFen: 120_000, state: "已到账", postedOn: "2020-06-01" }]);
  });

  it.each([
    ["export?measure=persons&by=institution&split=level"],
    ["rows/export?measure=person-times"],
    ["rows/export?measure=paid"],
  ])("is a workbook: %s", async (path) => {
    const answer = await officer.inject({ method: "GET", url: `/api/v1/statistics/${path}` });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, SHEET_MEDIA_TYPES.xlsx]);
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe("PK");
  });

  it("a workbook of a cut that has no meaning is refused before it begins", async () => {
    const { status, body } = await officer.get<{ code: string }>(
      "/api/v1/statistics/rows/export?measure=persons&source=province",
    );
    expect([status, body.code]).toEqual([422, "cut-without-meaning"]);
  });

  it("the overview has every measure with its months", async () => {
    const { body } = await officer.get<{ figures: { measure: string; total: number; trend: unknown[] }[] }>(
      "/api/v1/statistics/overview",
    );
    expect(body.figures).toHaveLength(10);
    expect(body.figures[0]).toMatchObject({ measure: "person-times", total: 3 });
  });
});

/** As if the facts had last been refreshed then. */
const asOf = async (moment: ReturnType<typeof sql>): Promise<unknown> =>
  sql`update fact_progress set followed_to = ${moment}`.execute(app.services.database);

describe("facts", () => {
  it("hold the hours that completion holds", async () => {
    const completion = (await completionOf(app.services.database, [enrolment])).get(enrolment);
    const found = await sql<{ hours: number }>`
      select hours_hundredths / 100.0 as hours from training_fact where enrolment_id = ${enrolment}`.execute(
      app.services.database,
    );
    expect(found.rows[0]?.hours).toBe(completion?.countedHours);
  });

  it("follow what happens, and only that", async () => {
    expect((await refreshFacts(app.services)).changed).toBe(0);
    const late = await anEnrolment(app, first.id, (await aPerson(app)).id);
    expect((await refreshFacts(app.services)).changed).toBe(1);
    expect((await ask("measure=persons")).total).toBe(3);
    await app.services.database
      .updateTable("enrolment")
      .set({ state: "withdrawn", seat: null })
      .where("id", "=", late)
      .execute();
    await refreshFacts(app.services);
    expect((await ask("measure=persons")).total).toBe(2);
  });

  it("of a class that is approved but has not begun count from its first day", async () => {
    const planned = await aClass(app, { organisationId: school, startsOn: "2120-03-02" });
    await anEnrolment(app, planned.id, (await aPerson(app)).id);
    await refreshFacts(app.services);
    expect((await ask("measure=person-times")).total).toBe(3);
    expect((await ask("measure=persons&from=2120-01-01&to=2120-12-31")).total).toBe(0);
    await asOf(sql`'2120-03-02 08:00+08'`);
    expect((await ask("measure=person-times")).total).toBe(4);
    await asOf(sql`now()`);
  });

  it("come out the same when made again from nothing", async () => {
    const before = await ask("measure=hours&by=month&split=institution");
    expect((await refreshFacts(app.services, { all: true })).changed).toBe(0);
    expect(await ask("measure=hours&by=month&split=institution")).toMatchObject({ rows: before.rows });
    expect(await factDifferences(app.services.database)).toMatchObject({ differences: [] });
  });

  it("that were tampered with are found", async () => {
    // Only rows older than the last refresh are compared; make all of them so.
    await sql`update fact_progress set history_id = 1000000, mark_id = 1000000, watch_id = 1000000, followed_to = now() + interval '1 hour'`.execute(
      app.services.database,
    );
    await sql`update training_fact set certificates = 9 where enrolment_id = ${enrolment}`.execute(
      app.services.database,
    );
    const { differences } = await factDifferences(app.services.database);
    expect(differences).toEqual([`统计行与事实不符：training_fact ${enrolment}`]);
  });
});
