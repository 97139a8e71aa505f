import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheet } from "../adapters/spreadsheet/index.ts";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../test/index.ts";

let app: TestApp;
let institution: TestClient;
let classId: string;
let citizenId: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-20T02:00:00Z" });
  const organisationId = await anOrganisation(app);
  institution = await app.as("institution", { organisationId });
  const { id, sessionIds } = await aClass(app, { organisationId, sessions: 2 });
  classId = id;
  const person = await aPerson(app, { name: "陈示例" });
  ({ citizenId } = person);
  await attended(app, sessionIds, await anEnrolment(app, id, person.id, 1), person.id);
});
afterAll(() => app.close());

const text = { required: true, parse: (cell: string) => ({ ok: true as const, value: cell }) };

describe("what can be taken away", () => {
  it.each([
    ["the roster as a workbook", () => `/api/v1/classes/${classId}/roster/export`, { 姓名: "陈示例" }],
    ["the attendance grid", () => `/api/v1/classes/${classId}/attendance/export`, { 姓名: "陈示例", 合计课时: "8" }],
    ["the list of classes", () => "/api/v1/classes/export?state=running", { 状态: "开班中", 已占名额: "1" }],
  ])("%s", async (_what, url, expected) => {
    const file = await institution.inject({ url: url() });
    const columns = Object.fromEntries(Object.keys(expected).map((header) => [header, { header, ...text }]));
    const sheet = await readSheet(file.rawPayload, columns);
    expect(sheet.rows[0]?.values).toEqual(expected);
    expect(file.rawPayload.includes(citizenId)).toBe(false);
  });

  it("the roster template, empty and with the columns that an import reads", async () => {
    const file = await institution.inject({ url: "/api/v1/roster-imports/template" });
    const read = await readSheet(file.rawPayload, { town: { header: "镇街", ...text } });
    expect([read.rows, read.errors]).toEqual([[], []]);
  });

  it("the roster to be signed on paper", async () => {
    const file = await institution.inject({ url: `/api/v1/classes/${classId}/roster/export?format=pdf` });
    expect([file.headers["content-type"], file.rawPayload.subarray(0, 5).toString()]).toEqual([
      "application/pdf",
      "%PDF-",
    ]);
  });
});
