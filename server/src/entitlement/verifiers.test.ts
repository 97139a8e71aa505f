import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClaim, createTestApp, type TestApp } from "../test/index.ts";
import { verifiers } from "./verifiers.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const run = async (name: string) => {
  const verifier = verifiers.find((one) => one.name === name);
  if (!verifier) throw new Error(`no verifier ${name}`);
  return verifier.run(app.services);
};

describe("what can be worked out again", () => {
  it("replays every stored decision and reports one that comes out otherwise", async () => {
    await aClaim(app, { amountFen: 120_000 });
    expect(await run("裁定重放")).toEqual({ checked: 1, differences: [] });
    const { id, number } = await aClaim(app);
    await app.services.database
      .insertInto("claim_decision")
      .values({
        claim_id: id,
        version: 2,
        facts: JSON.stringify({ id: number, benefit: "degree-award", appliedOn: "2020-06-01", history: [] }),
        policy_id: "rugao-2019",
        policy_digest: app.services.policies.get("rugao-2019")?.digest ?? "",
        outcome: "granted",
        amount_fen: 100_000,
      })
      .execute();
    expect((await run("裁定重放")).differences).toEqual([`${number} 第 2 版：所存结论 granted，重放 incomplete`]);
  });

  it("reports an approved claim without its slots, and slots without an approved claim", async () => {
    const without = await aClaim(app, { state: "approved" });
    const cancelled = await aClaim(app, { state: "cancelled" });
    await app.services.database
      .insertInto("benefit_slot")
      .values({ claim_id: cancelled.id, person_id: cancelled.personId, rule: "once", key: "ever", ordinal: 1 })
      .execute();
    const { differences } = await run("补贴名额与核定金额");
    expect(differences.filter((text) => text.startsWith(without.number))).toHaveLength(2);
    expect(differences.filter((text) => text.startsWith(cancelled.number))).toEqual([
      `${cancelled.number}：状态为 cancelled，却仍占有名额`,
    ]);
  });
});
