import { describe, expect, it } from "vitest";
import { bankLine, paymentDesk } from "../test/index.ts";
import { ledgerVerifier } from "./invariants.ts";

const desk = paymentDesk();

describe("what was paid wrongly", () => {
  it("is demanded back, and comes back to its source by another officer's word", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.sent([claim]);
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
    const reviewer = await desk.app.as("reviewer");
    const demand = (amountFen: number) =>
      reviewer.post<{ id: string }>(`/api/v1/claims/${claim.id}/clawbacks`, { amountFen, reason: "培训课时不实" });
    expect((await demand(120_001)).body.code).toBe("clawback-exceeds-payment");
    const { body } = await demand(120_000);
    expect(await desk.state(claim)).toBe("recovering");
    expect(
      (await desk.maker.post(`/api/v1/clawbacks/${body.id}/repayment`, { on: "2020-07-20", voucher: "收-9" })).status,
    ).toBe(200);
    expect(await desk.state(claim)).toBe("recovered");
    expect(await desk.money()).toEqual({
      available: 1_000_000,
      reserved: 0,
      spent: 0,
      bank: 1_000_000,
      transit: 0,
      expense: 0,
    });
  });
});

describe("what a decision says must come back", () => {
  it("is demanded once, by the officer who decided, however often the news comes", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.sent([claim]);
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
    for (let n = 0; n < 2; n += 1) {
      await desk.app.work((context) => context.emit("claim-recovery-due", { claimId: claim.id, recoverFen: 50_000 }));
      await desk.app.drain();
    }
    const demands = await desk.app.services.database
      .selectFrom("clawback")
      .selectAll()
      .where("claim_id", "=", claim.id)
      .execute();
    expect(demands).toMatchObject([{ amount_fen: 50_000, demanded_by: claim.secondOfficer, due_on: "2020-07-31" }]);
    expect(await desk.state(claim)).toBe("recovering");
  });
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
