import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPerson, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let first: TestClient;
let second: TestClient;
let person: { id: string };

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T02:00:00Z" });
  [first, second] = [await app.as("reviewer"), await app.as("reviewer")];
});
afterAll(() => app.close());
beforeEach(async () => {
  person = await aPerson(app, { name: "严示例" });
});

const unemployed = { code: "registered-unemployed", validFrom: "2020-01-01", validTo: null, note: "失业登记系统" };
const pension = { kind: "pension", value: { from: "2019-01-01", to: null, monthlyPension: false } };
const enterGroup = (desk = first) =>
  desk.post<{ id: string; state: string; code?: string }>(`/api/v1/people/${person.id}/groups`, unemployed);
const enterFact = (fact: object) =>
  first.post<{ id: string; state: string }>(`/api/v1/people/${person.id}/facts`, { fact, source: "镇街登记" });
const decide = (desk: TestClient, id: string, verdict = "confirmed") =>
  desk.post<{ id: string | null; code?: string }>(`/api/v1/person-entries/${id}/decision`, {
    verdict,
    reason: "名册上没有这个人",
  });
const record = async () =>
  (await first.get<{ groups: { state: string }[]; facts: { kind: string }[] }>(`/api/v1/people/${person.id}`)).body;

describe("one officer's word on what money hangs on", () => {
  it("counts once another officer of the office confirmed it, and both the person and the first are told", async () => {
    const entered = await enterGroup();
    expect(entered.body.state).toBe("submitted");
    expect((await record()).groups).toEqual([]);
    expect((await enterGroup()).body.code).toBe("entry-waiting");
    expect((await decide(first, entered.body.id)).body.code).toBe("confirmed-by-enterer");
    const { body } = await second.get<{ rows: { id: string; mine: boolean; label: string }[] }>(
      "/api/v1/person-entries?limit=200",
    );
    expect(body.rows.find(({ id }) => id === entered.body.id)).toMatchObject({ mine: false, label: "登记失业人员" });
    expect((await decide(second, entered.body.id)).status).toBe(200);
    expect((await decide(second, entered.body.id)).status).toBe(409);
    expect((await record()).groups).toMatchObject([{ state: "confirmed" }]);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("template", "in", ["record-entered", "entry-decided"])
      .execute();
    expect(told.map(({ template }) => template).toSorted()).toEqual(["entry-decided", "record-entered"]);
  });

  it("a refused or withdrawn one leaves nothing", async () => {
    const refused = await enterGroup();
    expect((await decide(second, refused.body.id, "refused")).body.id).toBeNull();
    const taken = await enterGroup();
    const withdraw = (desk: TestClient) =>
      desk.post<{ code?: string }>(`/api/v1/person-entries/${taken.body.id}/withdrawal`);
    expect((await withdraw(second)).body.code).toBe("withdrawn-by-another");
    expect((await withdraw(first)).status).toBe(200);
    expect((await record()).groups).toEqual([]);
  });

  it("may be a fact, and its correction too", async () => {
    const entered = await first.post<{ id: string }>(`/api/v1/people/${person.id}/facts`, {
      fact: pension,
      source: "社保系统",
    });
    expect((await record()).facts).toEqual([]);
    const made = await decide(second, entered.body.id);
    expect((await record()).facts).toMatchObject([{ kind: "pension" }]);
    const wrong = await first.post<{ id: string; state: string }>(`/api/v1/people/${person.id}/facts`, {
      fact: { ...pension, value: { ...pension.value, monthlyPension: true } },
      source: "社保系统",
      replaces: made.body.id,
      reason: "查错了人",
    });
    expect(wrong.body.state).toBe("submitted");
  });

  it("is enough where the county says so, and for a wish to train", async () => {
    const wish = { kind: "training-need", value: { from: "2020-01-01", to: null, trainingNeed: true } };
    expect((await enterFact(wish)).body.state).toBe("recorded");
    const admin = await app.as("admin");
    const set = (twoOfficers: boolean) =>
      admin.put("/api/v1/register-keepers/fact:pension", { offices: [null], basis: "县人社〔2020〕3 号", twoOfficers });
    expect((await set(false)).status).toBe(200);
    expect((await enterFact(pension)).body.state).toBe("recorded");
    await set(true);
    const next = { ...pension, value: { from: "2018-01-01", to: "2018-12-31", monthlyPension: false } };
    expect((await enterFact(next)).body.state).toBe("submitted");
  });

  it("isn't seen by officers elsewhere", async () => {
    const { body } = await enterGroup();
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await decide(elsewhere, body.id)).status).toBe(403);
    const seen = await elsewhere.get<{ rows: unknown[] }>("/api/v1/person-entries");
    expect(seen.body.rows).toEqual([]);
  });

  it.each([
    [
      "a pension of the year 1902",
      { kind: "pension", value: { ...pension.value, from: "1902-01-01" } },
      "day-long-past",
    ],
    ["a pension of the year 2126", { kind: "pension", value: { ...pension.value, from: "2126-01-01" } }, "day-ahead"],
    ["a degree to come", { kind: "degree", value: { level: "college", obtainedOn: "2099-05-30" } }, "day-ahead"],
    [
      "months counted in the future",
      { kind: "insurance", value: { asOf: "2099-06-01", unemploymentMonths: 3 } },
      "day-ahead",
    ],
  ])("is not taken for %s", async (_what, fact, code) => {
    expect(await enterFact(fact)).toMatchObject({ status: 422, body: { code } });
  });

  it("is not taken for a group that begins another day", async () => {
    const group = { ...unemployed, validFrom: "2099-01-01" };
    expect(await first.post(`/api/v1/people/${person.id}/groups`, group)).toMatchObject({
      status: 422,
      body: { code: "day-ahead", errors: [{ pointer: "/validFrom" }] },
    });
  });
});
