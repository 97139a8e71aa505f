import { describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import { bankLine, paymentDesk } from "../../test/index.ts";
import { ledgerVerifier } from "../books/invariants.ts";

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
      (await desk.maker.post(`/api/v1/clawbacks/${body.id}/repayment`, { on: "2020-07-01", voucher: "收-9" })).status,
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

const ended = async () => {
  const claim = await desk.aPayable();
  const batch = await desk.sent([claim]);
  await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
  const demander = await desk.app.as("reviewer");
  const { body } = await demander.post<{ id: string }>(`/api/v1/claims/${claim.id}/clawbacks`, {
    amountFen: 50_000,
    reason: "培训课时不实",
  });
  return { claim, demander, path: `/api/v1/clawbacks/${body.id}`, id: body.id };
};

describe("a demand ends by two people, and never by the word of who made it", () => {
  const writeOff = { as: "written-off", reason: "单位已注销" };

  it("asked by one and agreed by another, the payment stands", async () => {
    const { claim, path, id } = await ended();
    expect((await desk.maker.post(`${path}/end`, writeOff)).status).toBe(200);
    expect(await desk.state(claim)).toBe("recovering");
    expect((await desk.releaser.post(`${path}/end`, writeOff)).body.code).toBe("end-asked");
    const listed = await desk.releaser.get<{ rows: { id: string; ending: object }[] }>("/api/v1/clawbacks?ending=true");
    expect(listed.body.rows.find((row) => row.id === id)?.ending).toMatchObject({ as: "written-off", mayDecide: true });
    expect((await desk.releaser.post(`${path}/end/decision`, { agreed: true })).status).toBe(200);
    expect(await desk.state(claim)).toBe("paid");
  });

  it("neither the demander nor who asked decides, whoever asked", async () => {
    const { claim, demander, path } = await ended();
    await demander.post(`${path}/end`, { as: "cancelled", reason: "通知有误" });
    expect((await demander.post(`${path}/end/decision`, { agreed: true })).body.code).toBe("ender-is-demander");
    expect((await desk.maker.post(`${path}/end/decision`, { agreed: false })).status).toBe(200);
    expect(await desk.state(claim)).toBe("recovering");
    await desk.maker.post(`${path}/end`, writeOff);
    expect((await desk.maker.post(`${path}/end/decision`, { agreed: true })).body.code).toBe("ender-is-asker");
    expect((await demander.post(`${path}/end/decision`, { agreed: true })).body.code).toBe("ender-is-demander");
  });

  it("nor does the database let one end it", async () => {
    const { id } = await ended();
    await expect(
      sql`update clawback set state = 'written-off' where id = ${id}`.execute(desk.app.services.database),
    ).rejects.toMatchObject({ constraint: "clawback_ends_by_two" });
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
