import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClaim, createTestApp, type TestApp } from "../../test/index.ts";
import { decisionVerifier } from "./verify-decisions.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe("the verifier of decisions", () => {
  it("replays every stored decision and reports one that comes out otherwise", async () => {
    await aClaim(app, { amountFen: 120_000 });
    expect(await decisionVerifier.run(app.services)).toEqual({ checked: 1, differences: [] });
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
    expect((await decisionVerifier.run(app.services)).differences).toEqual([
      `${number} 第 2 版：所存结论 granted，重放 incomplete`,
    ]);
  });
});
