import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readSheet } from "../../adapters/spreadsheet/index.ts";
import { anAdmission, anOrganisation, createTestApp, upload, type TestApp, type TestClient } from "../../test/index.ts";
import { differencesBetween } from "./differences.ts";
import { standardFor } from "./standards.ts";
import { listVerifier } from "./verify-lists.ts";

const ELECTRICIAN = {
  occupation: "6-31-01-03",
  occupationName: "电工",
  level: 5,
  edition: 2022,
  trainingFen: 100_000,
  assessmentFen: 20_000,
  requiredHours: 60,
};
const CARER = { ...ELECTRICIAN, occupation: "4-10-01-05", occupationName: "养老护理员", requiredHours: 80 };
const row = <T extends { occupation: string; level: number }>(data: T) => ({
  key: `${data.occupation}:${data.level}`,
  data,
});

describe("differences between versions, in words", () => {
  it.each([
    ["a new row", [], [row(ELECTRICIAN)], ["新增“电工（五级）”"]],
    ["a row that is gone", [row(ELECTRICIAN)], [], ["删去“电工（五级）”"]],
    ["nothing", [row(ELECTRICIAN)], [row(ELECTRICIAN)], []],
    [
      "changed amounts and hours",
      [row(ELECTRICIAN)],
      [row({ ...ELECTRICIAN, trainingFen: 120_000, requiredHours: 64 })],
      ["“电工（五级）”：培训补贴标准由 1,000.00 元 调整为 1,200.00 元；规定课时由 60 课时 调整为 64 课时"],
    ],
  ])("name %s", (_what, before, after, sentences) => {
    expect(differencesBetween(before, after).map((difference) => difference.sentence)).toEqual(sentences);
  });
});

describe("publishing lists", () => {
  let app: TestApp;
  let bureau: TestClient;
  const DRAFT = "/api/v1/catalogue/occupations/draft";
  const publish = (list: string, effectiveFrom: string) =>
    bureau.post<{ version: number }>(`/api/v1/catalogue/${list}/versions`, { effectiveFrom });

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.setNow("2020-01-10T02:00:00Z");
    bureau = await app.as("reviewer");
  });

  it("goes from a draft to a version that holds from its day until the next", async () => {
    expect((await publish("occupations", "2019-01-01")).body.code).toBe("list-empty");
    await bureau.put(`${DRAFT}/rows`, ELECTRICIAN);
    expect((await publish("occupations", "2019-01-01")).body).toMatchObject({ version: 1 });
    expect((await publish("occupations", "2020-02-01")).body.code).toBe("nothing-changed");
    await bureau.put(`${DRAFT}/rows`, { ...ELECTRICIAN, trainingFen: 120_000 });
    await bureau.put(`${DRAFT}/rows`, CARER);
    const draft = await bureau.get<{ differences: { sentence: string }[] }>(DRAFT);
    expect(draft.body.differences).toHaveLength(2);
    expect((await publish("occupations", "2020-01-09")).body.code).toBe("effective-too-early");
    expect((await publish("occupations", "2020-02-01")).body).toMatchObject({ version: 2 });

    const standard = (date: string) =>
      standardFor(app.services.database, { occupation: "6-31-01-03", level: 5, date, region: "320682001" });
    expect((await standard("2020-01-31"))?.trainingFen).toBe(100_000);
    expect((await standard("2020-02-01"))?.trainingFen).toBe(120_000);
    expect(await listVerifier.run(app.services)).toMatchObject({ checked: 2, differences: [] });
  });

  it("shows anyone the version in force, an older one, one of a day, and what changed", async () => {
    const read = (query: string) =>
      app.anonymous.get<{ version: { version: number }; rows: unknown[] }>(`/api/v1/catalogue/occupations${query}`);
    expect((await read("")).body).toMatchObject({ version: { version: 1, effectiveTo: "2020-02-01" } });
    expect((await read("?on=2020-03-01")).body.rows).toHaveLength(2);
    expect((await read("?version=1")).body.rows).toHaveLength(1);
    expect((await read("?on=2018-01-01")).status).toBe(404);
    const changed = await app.anonymous.get<{ differences: unknown[] }>(
      "/api/v1/catalogue/occupations/differences?from=1&to=2",
    );
    expect(changed.body.differences).toHaveLength(2);
    const versions = await app.anonymous.get<{ versions: { version: number }[] }>(
      "/api/v1/catalogue/occupations/versions",
    );
    expect(versions.body.versions.map((version) => version.version)).toEqual([2, 1]);
  });

  it("is not sent again to who holds it already", async () => {
    const first = await app.anonymous.get("/api/v1/catalogue/occupations");
    const again = await app.app.inject({
      url: "/api/v1/catalogue/occupations",
      headers: { "if-none-match": String(first.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("never changes a published row", async () => {
    await expect(
      app.services.database.updateTable("training_standard").set({ training_fen: 1 }).execute(),
    ).rejects.toMatchObject({
      code: "42501",
    });
  });

  it("exports the list in the columns in which it can be imported again", async () => {
    const file = await app.app.inject({ url: "/api/v1/catalogue/occupations/export?version=2" });
    const text = { required: true, parse: (cell: string) => ({ ok: true as const, value: cell }) };
    const sheet = await readSheet(file.rawPayload, {
      code: { header: "职业编码", ...text },
      fen: { header: "培训补贴标准（元）", ...text },
    });
    expect(sheet.rows.map(({ values }) => [values.code, values.fen])).toEqual([
      ["4-10-01-05", "1000"],
      ["6-31-01-03", "1200"],
    ]);
    const back = await upload<{ imported: number }>(bureau, `${DRAFT}/import`, {
      name: "目录.xlsx",
      content: file.rawPayload,
    });
    expect(back.body).toMatchObject({ imported: 2, errors: [] });
    const draft = await bureau.get<{ differences: unknown[] }>(DRAFT);
    expect(draft.body.differences).toEqual([]);
    expect((await bureau.del<{ discarded: boolean }>(DRAFT)).body.discarded).toBe(true);
  });

  it.each<[what: string, row: string, imported: number]>([
    ["codes and numbers in full width", "６-31-01-03,五级,１０００,200,６０课时", 1],
    ["long dashes", "6—31—01—03,五级,1000,200,60", 1],
    ["no hexadecimal hours", "6-31-01-03,五级,1000,200,0x3C", 0],
    ["no powers of ten", "6-31-01-03,五级,1000,200,1e2", 0],
  ])("reads %s, and a footer is no row", async (_, line, imported) => {
    const head = "职业编码,等级,培训补贴标准（元）,鉴定补贴标准（元）,规定课时";
    const file = { name: "目录.csv", content: `${head}\n${line}\n注：以上标准自 2020 年起执行,,,,\n` };
    const { body } = await upload<{ imported: number; rows: number }>(bureau, `${DRAFT}/import/preview`, file);
    expect(body).toMatchObject({ rows: 1, imported });
  });

  it("refuses a file with any bad row and says which", async () => {
    const header = "职业编码,等级,培训补贴标准（元）,鉴定补贴标准（元）,规定课时";
    const content = [
      header,
      "6-31-01-03,五级,1000,200,60",
      "6-31,五级,1000,200,60",
      "4-10-01-05,九级,1000,200,60",
      "4-10-01-06,四级,-5,200,60",
      "4-10-01-06,四级,1000,200,0.5",
      "6-31-01-03,初级工,900,200,60",
      "8-88-88-88,五级,900,200,60",
    ].join("\n");
    const { body } = await upload<{ imported: number; errors: { rowNumber: number; column: string }[] }>(
      bureau,
      `${DRAFT}/import`,
      {
        name: "目录.csv",
        content,
      },
    );
    expect(body.imported).toBe(0);
    expect(body.errors.map((error) => [error.rowNumber, error.column])).toEqual([
      [3, "职业编码"],
      [4, "等级"],
      [5, "培训补贴标准（元）"],
      [6, "规定课时"],
      [7, "职业编码"],
      [8, "职业（工种）名称"],
    ]);
    expect((await bureau.get<{ begun: boolean }>(DRAFT)).body.begun).toBe(false);
  });

  it("lists institutions from admissions as they are, whoever owns them", async () => {
    const owned = await Promise.all([
      anOrganisation(app, { name: "公办学校" }),
      anOrganisation(app, { name: "民办学校" }),
    ]);
    await app.services.database
      .updateTable("organisation")
      .set({ ownership: "public" })
      .where("id", "=", owned[0])
      .execute();
    for (const id of owned) await anAdmission(app, id);
    const evaluator = await anOrganisation(app, { name: "评价机构", kind: "evaluation-body" });
    await anAdmission(app, evaluator, { activity: "evaluation" });
    expect((await publish("institutions", "2020-01-10")).status).toBe(200);
    expect((await publish("evaluators", "2020-01-10")).status).toBe(200);
    const names = async (list: string) => {
      const { body } = await app.anonymous.get<{ rows: { data: { name: string } }[] }>(`/api/v1/catalogue/${list}`);
      return body.rows.map(({ data }) => data.name).toSorted();
    };
    expect(await names("institutions")).toEqual(["公办学校", "民办学校"]);
    expect(await names("evaluators")).toEqual(["评价机构"]);
  });

  it("takes projects that classes may belong to", async () => {
    const form = {
      code: "CC-2020",
      name: "春潮行动",
      kind: "named-plan",
      groups: ["rural-migrant"],
      clause: "五.1",
      openFrom: "2020-01-01",
    };
    const added = await bureau.post<{ id: string }>("/api/v1/training-projects", form);
    expect((await bureau.post("/api/v1/training-projects", form)).body.code).toBe("project-exists");
    await bureau.put(`/api/v1/training-projects/${added.body.id}`, { ...form, openTo: "2020-12-31" });
    const { body } = await app.anonymous.get<{ rows: { name: string; open: boolean }[] }>("/api/v1/training-projects");
    expect(body.rows).toMatchObject([{ name: "春潮行动", open: true, openTo: "2020-12-31" }]);
    expect((await publish("projects", "2020-01-10")).status).toBe(200);
  });

  it("published by two officers at once is published once", async () => {
    await bureau.put("/api/v1/catalogue/shortage/draft/rows", { occupation: "6-31-01-03", occupationName: "电工" });
    const other = await app.as("reviewer");
    const answers = await Promise.all(
      [bureau, other].map((officer) =>
        officer.post("/api/v1/catalogue/shortage/versions", { effectiveFrom: "2020-01-10" }),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  it("is the county's affair, not a town's", async () => {
    const town = await app.as("reviewer", { region: "320682001" });
    expect((await town.put(`${DRAFT}/rows`, ELECTRICIAN)).body.code).toBe("county-only");
  });
});
