import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import { anEntitledLearner, aTrainingPlace, type BuiltClaim, paymentDesk, type TestClient } from "../../test/index.ts";
import { ledgerVerifier } from "../books/invariants.ts";

const desk = paymentDesk();
let reviewer: TestClient;
let other: TestClient;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
beforeAll(async () => {
  [reviewer, other] = [await desk.app.as("reviewer"), await desk.app.as("reviewer")];
  place = await aTrainingPlace(desk.app);
});

/** Ways in which a claim is stopped between publicity and the bank, and the code of the refusal. */
const STOPS: readonly { name: string; code: string; stop: (claim: BuiltClaim) => Promise<unknown> }[] = [
  {
    name: "whose person says they never attended",
    code: "claim-objected",
    stop: async (claim) => {
      const person = await desk.app.as("learner", { personId: claim.personId });
      return person.post(`/api/v1/claims/${claim.id}/objections`, { text: "我没有参加过这个培训" });
    },
  },
  {
    name: "whose cancellation is asked for",
    code: "claim-cancellation-open",
    stop: (claim) => reviewer.post(`/api/v1/claims/${claim.id}/cancellations`, { reason: "标准用错" }),
  },
  {
    name: "whose certificate is revoked, though nobody was told yet",
    code: "certificate-revoked",
    stop: async (claim) => {
      const { certificateId } = await anEntitledLearner(desk.app, place);
      await sql`update claim set certificate_id = ${certificateId} where id = ${claim.id}`.execute(
        desk.app.services.database,
      );
      return reviewer.post(`/api/v1/certificates/${certificateId}/revocation`, { reason: "考勤不实" });
    },
  },
];

describe.each(STOPS)("a claim $name", ({ code, stop }) => {
  it("is left out of a batch of all and named, and the others go", async () => {
    const [bad, good] = [await desk.aPayable(), await desk.aPayable()];
    await stop(bad);
    const made = await desk.maker.post<{ count: number; leftOut: unknown[] }>("/api/v1/payment-batches", {
      sourceId: desk.source,
    });
    expect(made.body).toMatchObject({ count: 1, leftOut: [{ number: bad.number }] });
    expect(await desk.state(good)).toBe("batched");
    const named = await desk.maker.post("/api/v1/payment-batches", { sourceId: desk.source, claimIds: [bad.id] });
    expect([named.status, named.body.code]).toEqual([409, code]);
  });

  it("stops its own payment at the release, which is taken out, and the rest is paid", async () => {
    const [bad, good] = [await desk.aPayable(), await desk.aPayable()];
    const batch = await desk.make([bad, good]);
    await desk.step(desk.maker, batch, "submission");
    expect((await stop(bad)) as { status: number }).toMatchObject({ status: 200 });
    const refused = await desk.step(desk.releaser, batch, "release");
    expect([refused.status, refused.body.code]).toEqual([409, code]);
    expect(refused.body.detail).toContain(bad.number);
    await expect(
      sql`update payment_batch set state = 'released' where id = ${batch.id}`.execute(desk.app.services.database),
    ).rejects.toMatchObject({ constraint: "claim_not_stopped" });

    const shown = await desk.releaser.get<Shown>(`/api/v1/payment-batches/${batch.id}`);
    expect(shown.body.look.stopped).toBe(1);
    const payment = shown.body.payments.rows.find((row) => row.claimId === bad.id);
    expect(payment?.stop).not.toBeNull();
    const removed = await desk.releaser.post(`/api/v1/payments/${payment?.id}/removal`, { reason: "待核查" });
    expect(removed.body).toMatchObject({ count: 1, totalFen: 120_000 });
    expect((await desk.step(desk.releaser, batch, "release")).status).toBe(200);
    expect(await desk.money()).toMatchObject({ transit: 120_000, bank: 880_000 });
    expect([await desk.state(bad), await desk.state(good)]).toEqual(["payable", "batched"]);
  });

  it("stops its own payment between release and bank too", async () => {
    const [bad, good] = [await desk.aPayable(), await desk.aPayable()];
    const batch = await desk.make([bad, good]);
    await desk.step(desk.maker, batch, "submission");
    await desk.step(desk.releaser, batch, "release");
    await stop(bad);
    expect((await desk.step(desk.maker, batch, "dispatch")).body.code).toBe(code);
    expect((await takeOut(batch.id, bad)).status).toBe(200);
    expect((await desk.step(desk.maker, batch, "dispatch")).status).toBe(200);
    expect(String((await desk.step(desk.maker, batch, "bank-file")).body)).not.toContain(`${batch.number}-00001`);
    expect(await desk.money()).toMatchObject({ transit: 120_000, bank: 880_000, reserved: 240_000 });
    expect(await desk.state(good)).toBe("batched");
  });
});

interface Shown {
  state: string;
  look: { stopped: number; paidBefore: number; accountChanged: number; payees: number };
  payments: { rows: { id: string; claimId: string; stop: string | null }[] };
}

async function takeOut(batchId: string, claim: BuiltClaim) {
  const { body } = await desk.maker.get<Shown>(`/api/v1/payment-batches/${batchId}`);
  const payment = body.payments.rows.find((row) => row.claimId === claim.id);
  return desk.maker.post(`/api/v1/payments/${payment?.id}/removal`, { reason: "待核查" });
}

const cancel = async (claim: BuiltClaim) => {
  const asked = await reviewer.post<{ id: string }>(`/api/v1/claims/${claim.id}/cancellations`, {
    reason: "标准用错",
  });
  return other.post(`/api/v1/cancellations/${asked.body.id}/decision`, { agreed: true });
};

describe("a cancellation that a second officer agrees to", () => {
  it("takes the payment out of its batch, which ends if it was the only one", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.make([claim]);
    await desk.step(desk.maker, batch, "submission");
    expect((await cancel(claim)).status).toBe(200);
    expect(await desk.state(claim)).toBe("cancelled");
    expect((await desk.maker.get<Shown>(`/api/v1/payment-batches/${batch.id}`)).body.state).toBe("cancelled");
    expect(await desk.money()).toMatchObject({ available: 1_000_000, reserved: 0, transit: 0 });
  });

  it("waits for the bank if it has the payment", async () => {
    const claim = await desk.aPayable();
    await desk.sent([claim]);
    expect((await cancel(claim)).body.code).toBe("payment-under-way");
    expect(await desk.state(claim)).toBe("batched");
  });
});

it("a payment that the bank has, or that is in no batch, is not taken out", async () => {
  const claim = await desk.aPayable();
  const batch = await desk.sent([claim]);
  expect((await takeOut(batch.id, claim)).body.code).toBe("payment-under-way");
  const unknown = await desk.maker.post(`/api/v1/payments/${randomUUID()}/removal`, { reason: "待核查" });
  expect(unknown.status).toBe(404);
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
