import { interpretations } from "@jinengtong/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

/** Who decided this reading? Two officers of the bureau, on a day; until then the package only proposes it. */
let app: TestApp;
let jia: TestClient;
let yi: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  jia = await app.as("reviewer", { name: "甲" });
  yi = await app.as("reviewer", { name: "乙" });
});
afterAll(() => app.close());

interface Reading {
  id: string;
  chosen: string;
  state: string;
  readings: { id: string }[];
  turnedBy: { label: string; value: string } | null;
  confirmation: object | null;
}
interface Public {
  id: string;
  decidedBy: string | null;
  since: string | null;
  turnedBy: string | null;
}
const readings = async (id = "rugao-2019"): Promise<Reading[]> =>
  (await jia.get<{ rows: Reading[] }>(`/api/v1/policy/${id}/readings`)).body.rows;
const told = async (reading: string): Promise<Public | undefined> =>
  (await app.anonymous.get<{ interpretations: Public[] }>("/api/v1/policy/rugao-2019")).body.interpretations.find(
    ({ id }) => id === reading,
  );
const propose = (reading: string, chosen: string) =>
  jia.post<{ id: number }>("/api/v1/policy/rugao-2019/readings", { reading, chosen, source: "局长办公会纪要第 3 号" });

describe("a reading", () => {
  it("is proposed by the package, without a date, until two officers have confirmed it", async () => {
    const [first] = await readings();
    const { id = "", chosen = "" } = first ?? {};
    expect(first).toMatchObject({ state: "unconfirmed", confirmation: null });
    expect(await told(id)).toMatchObject({ decidedBy: null, since: null });
    const made = await propose(id, chosen);
    expect(made.status).toBe(200);
    expect((await readings())[0]).toMatchObject({
      state: "proposed",
      confirmation: {
        source: "局长办公会纪要第 3 号",
        proposedBy: "甲",
        mine: true,
        confirmedBy: null,
        confirmedOn: null,
      },
    });
    expect(await told(id)).toMatchObject({ decidedBy: null, since: null });
    const decision = `/api/v1/policy-readings/${made.body.id}/decision`;
    expect(await jia.post(decision, { agreed: true })).toMatchObject({
      status: 409,
      body: { code: "confirmer-is-proposer" },
    });
    expect((await yi.post(decision, { agreed: true })).status).toBe(200);
    expect((await readings())[0]).toMatchObject({
      state: "confirmed",
      confirmation: { confirmedBy: "乙", confirmedOn: "2026-03-18" },
    });
    expect(await told(id)).toMatchObject({
      decidedBy: expect.stringContaining("确认（局长办公会纪要第 3 号）") as string,
      since: "2026-03-18",
    });
    expect((await yi.post(decision, { agreed: false })).body.code).toBe("reading-decided");
    expect((await propose(id, chosen)).body.code).toBe("reading-proposed");
  });

  it("is proposed once by two officers at once, and again after it was refused", async () => {
    const { id = "", chosen = "" } = (await readings())[1] ?? {};
    const answers = await Promise.all([propose(id, chosen), propose(id, chosen)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const made = answers.find(({ status }) => status === 200)?.body.id ?? 0;
    expect((await yi.post(`/api/v1/policy-readings/${made}/decision`, { agreed: false })).status).toBe(200);
    expect((await readings())[1]).toMatchObject({ state: "unconfirmed" });
    expect((await propose(id, chosen)).status).toBe(200);
  });

  it("is confirmed as the version has it, and no other", async () => {
    const { id = "", chosen = "", readings: both = [] } = (await readings())[2] ?? {};
    const other = both.find((one) => one.id !== chosen)?.id ?? "";
    expect(await propose(id, other)).toMatchObject({ status: 422, body: { code: "reading-not-chosen" } });
    expect((await propose("no-such", "x")).status).toBe(404);
  });

  it("that another version reads otherwise isn't confirmed by it", async () => {
    const before = app.services.policies.get("rugao-2019@1.0.0");
    const now = app.services.policies.get("rugao-2019@2.0.0");
    if (!before || !now) throw new Error("both are published");
    const [confirmed] = await readings();
    const same = interpretations(before).find(({ id }) => id === confirmed?.id);
    const own = interpretations(now).find(({ id }) => id === confirmed?.id);
    const equal = JSON.stringify([same?.question, same?.readings]) === JSON.stringify([own?.question, own?.readings]);
    const there = (await readings("rugao-2019@1.0.0")).find(({ id }) => id === confirmed?.id);
    expect(there?.state).toBe(
      same === undefined ? undefined : equal && same.chosen === own?.chosen ? "confirmed" : "unconfirmed",
    );
  });

  it("turned by a parameter says which, and the value in force", async () => {
    const turned = (await readings()).filter(({ turnedBy }) => turnedBy !== null);
    expect(turned.length).toBeGreaterThan(0);
    const { id = "", turnedBy } = turned.find((one) => one.turnedBy?.value !== null) ?? {};
    expect(await told(id)).toMatchObject({
      turnedBy: `由参数“${turnedBy?.label ?? ""}”决定，现行：${turnedBy?.value ?? ""}`,
    });
  });
});
