import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, upload, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let bureau: TestClient;
let firm: TestClient;
let firmId = "";

interface Shown {
  id: string;
  state: string;
  late: boolean;
  version: number;
  figures: Record<string, number>;
  reckoned: Record<string, number>;
  faults: { pointer: string; level: string; message: string }[];
  versions: { version: number }[];
  form: { figures: { code: string; kind: string; optional?: boolean }[] };
}

beforeAll(async () => {
  app = await createTestApp({ now: "2026-02-10T09:00:00+08:00" });
  await app.services.database
    .updateTable("organisation")
    .set({ created_at: new Date("2020-01-01") })
    .execute();
  firmId = await anEnterprise("示例机械");
  firm = await app.as("enterprise", { organisationId: firmId });
  bureau = await app.as("reviewer");
});
afterAll(() => app.close());

async function anEnterprise(name: string): Promise<string> {
  const id = await anOrganisation(app, { name, kind: "enterprise" });
  await app.services.database
    .updateTable("organisation")
    .set({ created_at: new Date("2020-01-01") })
    .where("id", "=", id)
    .execute();
  return id;
}

const opened = async (client: TestClient, period = "2025"): Promise<string> => {
  const made = await client.post<{ id: string }>("/api/v1/period-returns", { form: "education-fund", period });
  expect([made.status, made.body.detail]).toEqual([200, undefined]);
  return made.body.id;
};

/** Figures in yuan; purposes that aren't named are 0. */
async function save(client: TestClient, id: string, yuan: Record<string, string>) {
  const shown = await client.get<Shown>(`/api/v1/period-returns/${id}`);
  const zero = Object.fromEntries(
    shown.body.form.figures.filter(({ kind, optional }) => kind === "yuan" && !optional).map(({ code }) => [code, "0"]),
  );
  return client.put<Shown>(`/api/v1/period-returns/${id}`, {
    figures: { ...zero, size: "小型", employees: "80", usedOnPost: yuan.used ?? "0", ...yuan },
    note: null,
  });
}

describe("an enterprise's declaration", () => {
  it("is not opened before the year ended, nor by somebody who doesn't return it", async () => {
    const early = await firm.post("/api/v1/period-returns", { form: "education-fund", period: "2026" });
    expect([early.status, early.body.code]).toEqual([409, "period-not-ended"]);
    const office = await app.as("department", { organisationId: await anOrganisation(app, { kind: "department" }) });
    const wrong = await office.post("/api/v1/period-returns", { form: "education-fund", period: "2025" });
    expect([wrong.status, wrong.body.code]).toEqual([403, "not-a-reporter"]);
    const none = await firm.post("/api/v1/period-returns", { form: "no-such", period: "2025" });
    expect([none.status, none.body.code]).toEqual([422, "no-such-form"]);
  });

  it("keeps what was typed and says what does not hold (6)", async () => {
    const id = await opened(firm);
    const bad = await firm.put(`/api/v1/period-returns/${id}`, {
      figures: { wages: "很多", nothing: "1" },
      note: null,
    });
    expect(bad.status).toBe(422);
    expect(bad.body.errors?.map(({ pointer }) => pointer)).toEqual(["/figures/wages", "/figures/nothing"]);
    const saved = await save(firm, id, { wages: "1,000,000", used: "20000", usedOnPost: "15000", frontLine: "20000" });
    expect([saved.status, saved.body.detail]).toEqual([200, undefined]);
    const sent = await firm.post(`/api/v1/period-returns/${id}/submission`);
    expect([sent.status, sent.body.code]).toEqual([422, "return-does-not-hold"]);
    expect(sent.body.errors?.[0]?.detail).toMatch(/多 5000\.00。/u);
  });

  it("warns under 60 % and is sent all the same (1); twice at once has one winner", async () => {
    const id = await opened(firm);
    await save(firm, id, { wages: "10000000", used: "180000", frontLine: "100000", wagesNote: "" }).catch(() => null);
    const saved = await save(firm, id, { wages: "10000000", used: "180000", frontLine: "100000" });
    expect(saved.body.reckoned).toMatchObject({ accrued: 15_000_000, frontLineShare: 5556, deductible: 18_000_000 });
    expect(saved.body.faults.map(({ level }) => level)).toEqual(["warning"]);
    const twice = await Promise.all([1, 2].map(() => firm.post<Shown>(`/api/v1/period-returns/${id}/submission`)));
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const frozen = await save(firm, id, { wages: "1", used: "0", frontLine: "0" });
    expect([frozen.status, frozen.body.code]).toEqual([409, "return-not-open"]);
  });

  it("is given back with a reason, sent again as a new version, accepted, locked, and opened again; nothing is erased", async () => {
    const id = await opened(firm);
    const path = `/api/v1/period-returns/${id}`;
    expect((await bureau.post(`${path}/giving-back`, { reason: "工资总额与年报不符。" })).status).toBe(200);
    await save(firm, id, { wages: "12000000", used: "180000", frontLine: "120000" });
    expect((await firm.post<Shown>(`${path}/submission`)).body).toMatchObject({ state: "submitted", version: 2 });
    const both = await Promise.all([
      bureau.post(`${path}/acceptance`),
      bureau.post(`${path}/giving-back`, { reason: "再核一遍" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    if (both[0]?.status !== 200) {
      await firm.post(`${path}/submission`);
      await bureau.post(`${path}/acceptance`);
    }
    const locked = await bureau.post<{ locked: number }>("/api/v1/period-forms/education-fund/periods/2025/locking");
    expect(locked.body.locked).toBe(1);
    expect((await save(firm, id, { wages: "1", used: "0", frontLine: "0" })).body.code).toBe("return-not-open");
    const reopened = await bureau.post<Shown>(`${path}/reopening`, { reason: "企业申请更正" });
    expect(reopened.body.state).toBe("reopened");
    expect(reopened.body.versions.length).toBeGreaterThanOrEqual(2);
    const first = await firm.get<{ figures: { wages: number } }>(`${path}/versions/1`);
    expect(first.body.figures.wages).toBe(1_000_000_000);
    expect((await firm.post<Shown>(`${path}/submission`)).body.state).toBe("submitted");
  });

  it("begins the next year with what was carried on (2)", async () => {
    const other = await app.as("enterprise", { organisationId: await anEnterprise("示例纺织") });
    const old = await opened(other, "2024");
    await save(other, old, { wages: "10000000", used: "900000", frontLine: "900000" });
    const sent = await other.post<Shown>(`/api/v1/period-returns/${old}/submission`);
    expect(sent.body.reckoned).toMatchObject({ deductible: 80_000_000, carriedOn: 10_000_000 });
    expect(sent.body.late).toBe(true);
    const next = await other.get<Shown>(`/api/v1/period-returns/${await opened(other)}`);
    expect(next.body.figures).toEqual({ carriedIn: 0, deductionIn: 10_000_000 });
  });

  it("shows the overdraft of a real statement to the fen (3), and what the refund was used for (4)", async () => {
    const other = await app.as("enterprise", { organisationId: await anEnterprise("示例报表") });
    const id = await opened(other);
    const saved = await save(other, id, {
      wages: "42621306.67",
      used: "663930.34",
      frontLine: "663930.34",
      refund: "60000",
      refundTraining: "25000",
      refundLiving: "35000",
      refundInsurance: "0",
      refundOther: "0",
    });
    expect(saved.body.reckoned).toMatchObject({
      accrued: 63_931_960,
      overdraft: 2_461_074,
      frontLineShare: 10_000,
      refundShare: 4167,
    });
    expect(saved.body.faults.map(({ message }) => message)).toEqual([expect.stringContaining("41.67%") as string]);
  });

  it("declares an invoice once in the county, also by two at once", async () => {
    const clients = await Promise.all(
      ["示例甲厂", "示例乙厂"].map(async (name) => app.as("enterprise", { organisationId: await anEnterprise(name) })),
    );
    const ids = await Promise.all(clients.map((client) => opened(client)));
    const row = {
      values: { invoice: "24322000 000012345678", day: "2025-06-01", amount: "5000", purpose: "外送培训" },
    };
    const added = await Promise.all(
      clients.map((client, at) => client.post(`/api/v1/period-returns/${ids[at]}/rows`, row)),
    );
    expect(added.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(added.find(({ status }) => status === 422)?.body.code).toBe("invoice-declared");
    const loser = added.findIndex(({ status }) => status === 422);
    const sheet = await upload<{ stored: number; errors: { code: string }[] }>(
      clients[loser] as TestClient,
      `/api/v1/period-returns/${ids[loser]}/row-imports`,
      {
        name: "发票.csv",
        content:
          "发票号码,开票日期,金额（元）,用途\n24322000000012345678,2025-06-01,5000,外送培训\n12345678,2025-06-02,800,其他\n12345678,2025-06-02,800,其他\n99,2025-06-02,800,其他\n",
      },
    );
    expect(sheet.body.stored).toBe(1);
    expect(sheet.body.errors.map(({ code }) => code)).toEqual(["invoice-declared", "row-twice", "value-invoice"]);
  });

  it("is overdue after 31 March and counts against timeliness (5); the bureau sees who did not declare", async () => {
    app.setNow("2026-04-01T09:00:00+08:00");
    bureau = await app.as("reviewer");
    firm = await app.signedIn(firm.accountId);
    const firms = await bureau.get<{ rows: { name: string; late: boolean; warnings: string[] }[] }>(
      "/api/v1/period-forms/education-fund/periods/2025/reporters?standing=missing",
    );
    expect(firms.body.rows.map(({ name }) => name).toSorted()).toEqual(
      ["示例乙厂", "示例报表", "示例甲厂", "示例纺织"].toSorted(),
    );
    expect(firms.body.rows.every(({ late }) => late)).toBe(true);
    const rates = await bureau.get<{
      rows: { name: string; owed: number; sent: number; onTime: number; timely: number }[];
    }>("/api/v1/period-forms/education-fund/rates");
    expect(rates.body.rows.find(({ name }) => name === "示例机械")).toMatchObject({ sent: 1, onTime: 1 });
    expect(rates.body.rows.find(({ name }) => name === "示例纺织")).toMatchObject({ sent: 1, onTime: 0, timely: 0 });
    const under = await bureau.get<{ rows: { name: string }[] }>(
      `/api/v1/period-forms/education-fund/periods/2024/reporters?warning=${encodeURIComponent("/relations/3")}`,
    );
    expect(under.body.rows).toEqual([]);
    const summary = await bureau.get<{ all: { sent: number; owing: number; figures: Record<string, number> } }>(
      "/api/v1/period-forms/education-fund/periods/2025/summary?by=size",
    );
    expect(summary.body.all).toMatchObject({
      owing: 5,
      sent: 1,
      figures: { employees: 80, used: 18_000_000, frontLineShare: 6667 },
    });
    const sheet = await bureau.get("/api/v1/period-forms/education-fund/periods/2025/reporters/export");
    expect(sheet.status).toBe(200);
    const stranger = await app.as("enterprise", { organisationId: await anEnterprise("示例外人") });
    expect((await stranger.get(`/api/v1/period-returns/${await opened(firm)}`)).status).toBe(403);
  });
});
