import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClaim, createTestApp, type TestApp } from "../../test/index.ts";
import { slotVerifier } from "./verify-slots.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe("the verifier of slots", () => {
  it("reports an approved claim without its slots, and slots without an approved claim", async () => {
    const without = await aClaim(app, { state: "approved" });
    const cancelled = await aClaim(app, { state: "cancelled" });
    await app.services.database
      .insertInto("benefit_slot")
      .values({ claim_id: cancelled.id, person_id: cancelled.personId, rule: "once", key: "ever", ordinal: 1 })
      .execute();
    const { differences } = await slotVerifier.run(app.services);
    expect(differences.filter((text) => text.startsWith(without.number))).toHaveLength(2);
    expect(differences.filter((text) => text.startsWith(cancelled.number))).toEqual([
      `${cancelled.number}：状态为 cancelled，却仍占有名额`,
    ]);
  });
});
