import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { refreshFacts } from "../facts/refresh.ts";

interface Progress {
  measure: string;
  region: string;
  year: number | null;
  department: string | null;
  reached: number | null;
  percent: number | null;
  unit: string;
  trend: { label: string; value: number }[];
}

let app: TestApp;
let officer: TestClient;
let office: string;

beforeAll(async () => {
  app = await createTestApp({ now: "2021-06-01T10:00:00+08:00" });
  officer = await app.as("reviewer");
  office = await anOrganisation(app, { kind: "department", name: "农业农村局" });
  for (const startsOn of ["2020-03-02", "2021-03-01"]) {
    const held = await aClass(app, { organisationId: await anOrganisation(app), startsOn });
    for (let n = 0; n < 3; n += 1) await anEnrolment(app, held.id, (await aPerson(app)).id);
  }
  await aPaidClaim(app);
  await refreshFacts(app.services);
});
afterAll(() => app.close());

const set = (body: object) =>
  officer.post<{ id: string }>("/api/v1/targets", { policyId: "rugao-2019", clause: "一.目标", ...body });
const progress = async (query = "") =>
  (await officer.get<{ rows: Progress[] }>(`/api/v1/targets/progress?${query}`)).body.rows;

describe("progress against what the programme promised", () => {
  it("counts 人次 by programme and by year, with the months", async () => {
    await set({ measure: "person-times", value: 60_000 });
    await set({ measure: "person-times", value: 4, year: 2020 });
    expect(await progress("year=2020")).toMatchObject([{ reached: 3, percent: 75, unit: "人次" }]);
    const [all] = await progress();
    expect(all).toMatchObject({ year: null, reached: 6 });
    expect(all?.trend).toEqual([
      { code: "2020-03", label: "2020年3月", value: 3 },
      { code: "2021-03", label: "2021年3月", value: 3 },
    ]);
  });

  it("counts money that reached its payee", async () => {
    await set({ measure: "fund-fen", value: 240_000, year: 2020 });
    await set({ measure: "fund-fen", value: 240_000 });
    const rows = (await progress()).filter((row) => row.measure === "fund-fen");
    expect(rows.map((row) => [row.year, row.reached, row.percent])).toEqual([
      [null, 120_000, 50],
      [2020, 0, 0],
    ]);
  });

  it("takes shares from figures that somebody reported, and says where there are none", async () => {
    await set({ measure: "skilled-share", value: 0.28 });
    expect((await progress()).find((row) => row.measure === "skilled-share")).toMatchObject({
      reached: null,
      percent: null,
    });
    for (const [measure, value] of [
      ["employed", 700_000],
      ["skilled", 182_000],
    ])
      await officer.post("/api/v1/base-figures", {
        measure,
        value,
        onDate: "2020-12-31",
        source: "如皋市统计局 2020 年年报（示例）",
      });
    expect((await progress()).find((row) => row.measure === "skilled-share")).toMatchObject({
      reached: 0.26,
      percent: 92.9,
      unit: "%",
    });
  });

  it("belongs to a department by what the department leads", async () => {
    await officer.put("/api/v1/department-scopes", {
      kind: "group",
      code: "registered-unemployed",
      departmentId: office,
      clause: "十六",
    });
    await set({ measure: "person-times", value: 10, departmentId: office });
    await refreshFacts(app.services);
    const rows = await progress();
    expect(rows.find((row) => row.department === "农业农村局")).toMatchObject({ reached: 6, percent: 60 });
    const { body } = await officer.get<{ rows: object[] }>("/api/v1/statistics?measure=person-times&by=department");
    expect(body.rows).toMatchObject([{ label: "农业农村局", value: 6 }]);
  });

  it("sees the figures of what it answers for, by occupation and town too, and no others", async () => {
    const guard = await anOrganisation(app, { kind: "department", name: "应急管理局" });
    const [ours, theirs] = [
      await app.as("department", { organisationId: office }),
      await app.as("department", { organisationId: guard }),
    ];
    expect([await total(ours), await total(theirs)]).toEqual([6, 0]);
    expect(await total(ours, `&department=${guard}`)).toBe(6);
    const { body } = await officer.get<{
      rows: { kind: string; code: string; label: string }[];
      choices: { kind: string; code: string }[];
    }>("/api/v1/department-scopes");
    expect(body.rows).toMatchObject([
      { kind: "group", code: "registered-unemployed", label: expect.stringContaining("失业") },
    ]);
    const occupation = body.choices.find((choice) => choice.kind === "occupation")?.code ?? "";
    // An occupation is more specific than a group, and a group than a town.
    const give = (kind: string, code: string) =>
      officer.put("/api/v1/department-scopes", { kind, code, departmentId: guard, clause: "十六" });
    expect((await give("town", "320682103")).status).toBe(200);
    await refreshFacts(app.services);
    expect(await total(ours)).toBe(6);
    expect((await give("occupation", occupation)).status).toBe(200);
    await refreshFacts(app.services);
    expect(await total(theirs)).toBeGreaterThan(0);
    expect((await give("occupation", "不存在的工种")).body.code).toBe("scope-unknown");
    expect((await take(await app.as("admin"), "occupation", occupation)).statusCode).toBe(200);
    expect((await take(ours, "town", "320682103")).statusCode).toBe(403);
  });
});

const total = async (client: TestClient, more = "") =>
  (await client.get<{ total: number }>(`/api/v1/statistics?measure=person-times&by=none${more}`)).body.total;
const take = (client: TestClient, kind: string, code: string) =>
  client.inject({
    method: "DELETE",
    url: "/api/v1/department-scopes",
    headers: { "idempotency-key": `take-${kind}-${client.accountId}` },
    payload: { kind, code },
  });

describe("targets", () => {
  it.each([
    [{ measure: "person-times", value: 1 }, "target-exists"],
    [{ measure: "high-skilled-share", value: 32 }, "share-above-one"],
    [{ measure: "person-times", value: 1, region: "320681" }, "outside-region"],
    [{ measure: "person-times", value: 1, policyId: "nowhere-1999" }, "not-found"],
  ])("are refused where they make no sense: %o", async (body, code) => {
    expect((await set(body)).body.code).toBe(code);
  });

  it("are changed and taken back by the bureau alone", async () => {
    const { body } = await set({ measure: "apprentices", value: 750 });
    const url = `/api/v1/targets/${body.id}`;
    expect((await officer.put(url, { value: 800, clause: "四.6" })).status).toBe(200);
    expect((await (await app.as("finance")).del(url)).status).toBe(403);
    expect((await officer.del(url)).status).toBe(200);
    expect((await progress()).some((row) => row.measure === "apprentices")).toBe(false);
  });

  it("a figure of a day is put right with a reason, also a town's, and a part is no larger than its whole", async () => {
    const figure = { measure: "employed", onDate: "2020-12-31", source: "更正" };
    const report = (more: object) => officer.post("/api/v1/base-figures", { ...figure, ...more });
    expect((await report({ value: 1 })).body.code).toBe("base-figure-exists");
    expect((await report({ value: 1, reason: "少录了零" })).body.code).toBe("base-figure-implausible");
    expect((await report({ value: 728_000, reason: "年报更正" })).status).toBe(200);
    expect((await progress()).find((row) => row.measure === "skilled-share")).toMatchObject({ reached: 0.25 });
    expect((await report({ measure: "high-skilled", value: 182_001 })).body.code).toBe("base-figure-implausible");
    const town = "320682103";
    await set({ measure: "skilled-share", value: 0.3, region: town });
    expect((await report({ region: "320681001", value: 5 })).body.code).toBe("outside-region");
    for (const [measure, value] of [
      ["employed", 1_000],
      ["skilled", 400],
    ])
      await report({ region: town, measure, value });
    expect((await progress()).find((row) => row.region === town && row.measure === "skilled-share")).toMatchObject({
      reached: 0.4,
    });
    const leading = await anOrganisation(app, { kind: "department" });
    expect((await set({ measure: "skilled-share", value: 0.3, year: 2025, departmentId: leading })).body.code).toBe(
      "share-of-department",
    );
  });

  it("only an office can lead", async () => {
    const school = await anOrganisation(app);
    const { body } = await officer.put("/api/v1/department-scopes", {
      kind: "benefit",
      code: "pre-job",
      departmentId: school,
      clause: "十六",
    });
    expect(body.code).toBe("not-a-department");
  });
});
