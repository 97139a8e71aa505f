import { adjudicate, loadCasesOf, loadPolicy, validateCase } from "@jinengtong/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anEntitledLearner, aTrainingPlace, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { parametersAt } from "../index.ts";

let app: TestApp;
let officer: TestClient;
let other: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  officer = await app.as("reviewer");
  other = await app.as("reviewer");
});
afterAll(() => app.close());

describe("adjudication over HTTP", () => {
  const worked = loadCasesOf("rugao-2019@1.0.0").find((file) => file.benefit === "pre-job");

  it("decides cases in order and answers what is no case by its place", async () => {
    const base = { ...worked?.base, benefit: "pre-job" };
    const answer = await app.anonymous.post<{ decisions: Record<string, unknown>[] }>("/api/v1/policy/adjudications", {
      policy: "rugao-2019",
      cases: [
        { ...base, id: "a" },
        { ...base, id: "b", appliedOn: "2021-02-29" },
        { ...base, id: "c" },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.decisions).toMatchObject([
      { id: "a", outcome: "granted", policy: { id: "rugao-2019" } },
      { line: 2, error: { code: "invalid-case", path: "/appliedOn" } },
      { id: "c", outcome: "granted" },
    ]);
  });

  it.each(["rugao-2019", "rugao-2019@1.0.0"])("answers as the command line does: %s", async (reference) => {
    const cases = Array.from({ length: 10_000 }, (_, at) => ({ ...worked?.base, benefit: "pre-job", id: `c-${at}` }));
    const answer = await app.anonymous.post<{ decisions: unknown[] }>("/api/v1/policy/adjudications", {
      policy: reference,
      cases,
    });
    expect(answer.status).toBe(200);
    expect(answer.body.decisions).toHaveLength(10_000);
    const policy = loadPolicy(reference);
    for (const at of [0, 499, 500, 9_999]) {
      const own = validateCase(cases[at], policy);
      expect(own.ok && adjudicate(policy, own.case)).toEqual(answer.body.decisions[at]);
    }
  });

  it.each([
    {
      what: "more cases than one call takes",
      body: { policy: "rugao-2019", cases: Array(10_001).fill(0) },
      status: 422,
    },
    { what: "a draft, which is never law", body: { policy: "rugao-2019@draft", cases: [] }, status: 404 },
    { what: "a version that was never published", body: { policy: "rugao-2019@9.0.0", cases: [] }, status: 404 },
    { what: "an unknown policy", body: { policy: "nowhere-1999", cases: [] }, status: 404 },
    { what: "no cases", body: { policy: "rugao-2019" }, status: 422 },
    { what: "unknown properties", body: { policy: "rugao-2019", cases: [], more: 1 }, status: 422 },
  ])("refuses $what with $status", async ({ body, status }) => {
    expect((await app.anonymous.post("/api/v1/policy/adjudications", body)).status).toBe(status);
  });
});

describe("what would grant it, over HTTP", () => {
  const worked = loadCasesOf("rugao-2019@1.0.0").find((file) => file.benefit === "skill-upgrade");
  const base = { ...worked?.base, benefit: "skill-upgrade", employment: { employed: true } };
  const url = "/api/v1/policy/counterfactuals";

  it("says it in order, case by case, and answers what is no case by its place", async () => {
    const employment = { employed: true };
    const cases = [
      { ...base, id: "a", employment },
      { ...base, id: "b", employment, insurance: { unemploymentMonths: 9 } },
      { ...base, id: "c", employment, appliedOn: "2021-02-29" },
    ];
    const answer = await app.anonymous.post(url, { policy: "rugao-2019", cases });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        counterfactuals: [
          { id: "a", outcome: "granted", ways: [] },
          {
            id: "b",
            outcome: "refused",
            ways: [
              {
                changes: [{ path: "/insurance/unemploymentMonths", to: 12 }],
                amountFen: 60_000,
                text: "再缴 3 个月失业保险后可申请，600.00 元",
              },
            ],
          },
          { line: 3, error: { code: "invalid-case", path: "/appliedOn" } },
        ],
      },
    });
  });

  it.each([
    ["more cases than one call takes", { policy: "rugao-2019", cases: Array(101).fill(0) }, 422],
    ["an unknown policy", { policy: "nowhere-1999", cases: [] }, 404],
    ["unknown properties", { policy: "rugao-2019", cases: [], more: 1 }, 422],
  ])("refuses %s", async (_what, body, status) => {
    expect((await app.anonymous.post(url, body)).status).toBe(status);
  });
});

describe("what can I get?", () => {
  it("asks the next best question and keeps nothing", async () => {
    const count = () =>
      app.services.database
        .selectFrom("claim_decision")
        .select((e) => e.fn.countAll().as("n"))
        .executeTakeFirst();
    const before = await count();
    const answer = await app.anonymous.post<{ benefits: unknown[]; nextQuestion: { path: string } | null }>(
      "/api/v1/policy/entitlements",
      {},
    );
    expect(answer.body.benefits).toHaveLength(13);
    expect(answer.body.nextQuestion?.path).toMatch(/^\//);
    expect(await count()).toEqual(before);
  });

  it("names the bad fact", async () => {
    const answer = await app.anonymous.post("/api/v1/policy/entitlements", {
      facts: { person: { birthDate: "1985-02-30" } },
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/facts/person/birthDate" }] } });
  });

  it("tells a child's family that they are too young, instead of an amount", async () => {
    const answer = await app.anonymous.post("/api/v1/policy/entitlements", {
      facts: { person: { birthDate: "2015-02-28" } },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: "too-young" } });
  });

  it("answers a learner from their own record", async () => {
    const learner = await anEntitledLearner(app, await aTrainingPlace(app));
    const client = await app.as("learner", { personId: learner.personId });
    const answer = await client.get<{
      benefits: { benefit: string; status: string; decision: { findings: { test: string; met: boolean | null }[] } }[];
    }>("/api/v1/me/entitlements");
    const own = answer.body.benefits.find((one) => one.benefit === "unemployed-training");
    expect(own?.decision.findings.find((finding) => finding.test === "eligible-person")?.met).toBe(true);
  });
});

describe("a programme in words", () => {
  it("says its clauses, rules and readings, and is not sent again to who has it", async () => {
    const answer = await app.anonymous.get<{
      clauses: unknown[];
      benefits: { tests: { text: string }[] }[];
      interpretations: unknown[];
    }>("/api/v1/policy/rugao-2019");
    expect(answer.status).toBe(200);
    expect(answer.body.clauses.length).toBeGreaterThan(30);
    expect(answer.body.benefits).toHaveLength(13);
    expect(answer.body.interpretations.length).toBeGreaterThan(3);
    const etag = String(answer.headers.etag);
    const again = await app.anonymous.inject({
      method: "GET",
      url: "/api/v1/policy/rugao-2019",
      headers: { "if-none-match": etag },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
  });
});

describe("local amounts", () => {
  const path = "/api/v1/policy/rugao-2019/parameters";
  const propose = (value: unknown, effectiveFrom: string, name = "technicianAward.level2Fen") =>
    officer.post<{ id: number }>(path, { name, value, effectiveFrom, source: "示例会议纪要（测试）", sample: true });

  it("hold once another officer confirms them, from their day on", async () => {
    const made = await propose(300_000, "2020-01-01");
    expect(await parametersAt(app.services.database, "rugao-2019", "2020-06-01")).toEqual({});
    const decision = `/api/v1/policy-parameters/${made.body.id}/decision`;
    expect(await officer.post(decision, { agreed: true })).toMatchObject({
      status: 409,
      body: { code: "confirmer-is-setter" },
    });
    expect((await other.post(decision, { agreed: true })).status).toBe(200);
    const later = await propose(350_000, "2021-01-01");
    await other.post(`/api/v1/policy-parameters/${later.body.id}/decision`, { agreed: true });
    const at = (date: string) => parametersAt(app.services.database, "rugao-2019", date);
    expect(await at("2019-12-31")).toEqual({});
    expect(await at("2020-12-31")).toEqual({ "technicianAward.level2Fen": 300_000 });
    expect(await at("2021-01-01")).toEqual({ "technicianAward.level2Fen": 350_000 });
    const shown = await app.anonymous.get<{ parameters: { name: string; local: { sample: boolean }[] }[] }>(
      "/api/v1/policy/rugao-2019",
    );
    const one = shown.body.parameters.find((parameter) => parameter.name === "technicianAward.level2Fen");
    expect(one?.local.map((value) => value.sample)).toEqual([true, true]);
  });

  it("replace a mistyped one on its own first day, and hold until the next one begins; nothing is erased", async () => {
    const name = "startup.sybFen";
    const confirmed = async (value: number, from: string) => {
      const { body } = await propose(value, from, name);
      expect(await other.post(`/api/v1/policy-parameters/${body.id}/decision`, { agreed: true })).toMatchObject({
        status: 200,
      });
      return body.id;
    };
    const at = async (date: string) => (await parametersAt(app.services.database, "rugao-2019", date))[name];
    const mistyped = await confirmed(30_000_000, "2018-01-01");
    await confirmed(350_000, "2018-07-01");
    const right = await confirmed(300_000, "2018-01-01");
    expect([await at("2018-01-01"), await at("2018-06-30"), await at("2018-07-01")]).toEqual([
      300_000, 300_000, 350_000,
    ]);
    // Between two, and before the first.
    await confirmed(320_000, "2018-04-01");
    await confirmed(100_000, "2017-01-01");
    expect([await at("2017-12-31"), await at("2018-03-31"), await at("2018-06-30"), await at("2018-07-01")]).toEqual([
      100_000, 300_000, 320_000, 350_000,
    ]);
    const { rows } = (await officer.get<{ rows: Record<string, unknown>[] }>(path)).body;
    expect(rows.find(({ id }) => id === mistyped)).toMatchObject({
      value: 30_000_000,
      effectiveFrom: "2018-01-01",
      state: "replaced",
      replacedBy: right,
    });
  });

  it.each([
    { what: "a parameter the programme does not have", name: "nothing.ofTheKind", value: 1 },
    { what: "half a fen", name: "technicianAward.level1Fen", value: 0.5 },
    { what: "a word for an amount", name: "technicianAward.level1Fen", value: "many" },
  ])("refuse $what", async ({ name, value }) => {
    expect(await propose(value, "2020-01-01", name)).toMatchObject({
      status: 422,
      body: { code: "invalid-parameter" },
    });
  });

  it("can be withdrawn, and decided once", async () => {
    const made = await propose(1, "2022-01-01", "technicianAward.level1Fen");
    const decision = `/api/v1/policy-parameters/${made.body.id}/decision`;
    expect((await other.post(decision, { agreed: false })).status).toBe(200);
    expect(await other.post(decision, { agreed: true })).toMatchObject({
      status: 409,
      body: { code: "parameter-decided" },
    });
    expect(await parametersAt(app.services.database, "rugao-2019", "2022-06-01")).not.toHaveProperty(
      "technicianAward.level1Fen",
    );
  });
});
