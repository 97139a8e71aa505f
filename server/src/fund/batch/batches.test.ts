import { accept } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSheet } from "../../adapters/spreadsheet/index.ts";
import { bankLine, paymentDesk } from "../../test/index.ts";
import { ledgerVerifier } from "../books/invariants.ts";
import { book } from "../books/ledger.ts";

const desk = paymentDesk();

describe("a batch", () => {
  it("goes from the maker by a second officer to the bank, and its return settles each payment", async () => {
    const claims = [await desk.aPayable(), await desk.aPayable()];
    const batch = await desk.make(claims);
    expect(batch).toMatchObject({ count: 2, totalFen: 240_000 });
    await desk.step(desk.maker, batch, "submission");
    expect((await desk.step(desk.maker, batch, "release")).body.code).toBe("releaser-is-maker");
    expect((await desk.step(desk.releaser, batch, "release")).status).toBe(200);
    expect(await desk.money()).toMatchObject({
      available: 760_000,
      reserved: 240_000,
      bank: 760_000,
      transit: 240_000,
    });
    expect((await desk.step(desk.maker, batch, "dispatch")).status).toBe(200);

    const file = await desk.step(desk.maker, batch, "bank-file");
    const rows = String(file.body).trim().split("\r\n");
    expect(rows).toHaveLength(4);
    expect(rows.at(-1)).toContain("2 笔,,,2400.00");
    const workbook = await desk.maker.inject({
      method: "POST",
      url: `/api/v1/payment-batches/${batch.id}/bank-file?format=xlsx`,
      payload: {},
    });
    const sheet = await readSheet(workbook.rawPayload, {
      number: { header: "付款编号", required: true, parse: accept },
      account: { header: "收款账号", required: true, parse: accept },
    });
    expect(sheet.rows.map(({ values }) => `${String(values.number)} ${String(values.account)}`)).toEqual(
      rows.slice(1, -1).map((row) => `${row.split(",")[0]} ${row.split(",")[2]}`),
    );

    const answer = await desk.maker.post("/api/v1/bank-returns", {
      lines: [
        bankLine(batch, 1, "paid"),
        bankLine(batch, 2, "returned", { reason: "户名不符" }),
        bankLine(batch, 9, "paid"),
      ],
    });
    expect(answer.body).toMatchObject({
      paid: 1,
      returned: 1,
      repeated: 0,
      setAside: [{ reason: expect.stringContaining("没有这笔付款") }],
    });
    expect(await Promise.all(claims.map(desk.state))).toEqual(["paid", "payable"]);
    expect(await desk.money()).toEqual({
      available: 760_000,
      reserved: 120_000,
      spent: 120_000,
      bank: 880_000,
      transit: 0,
      expense: 120_000,
    });
    expect((await desk.maker.get<{ state: string }>(`/api/v1/payment-batches/${batch.id}`)).body.state).toBe("settled");
  });

  it("pays a claim once, however many batches are made together", async () => {
    const claim = await desk.aPayable();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        desk.maker.post("/api/v1/payment-batches", { sourceId: desk.source, claimIds: [claim.id] }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(5);
  });

  it("that is cancelled before release gives its claims back", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.make([claim]);
    expect((await desk.step(desk.maker, batch, "cancellation", { reason: "金额有误" })).status).toBe(200);
    expect(await desk.state(claim)).toBe("payable");
    expect((await desk.make([claim])).count).toBe(1);
  });

  it("is neither made nor released by who reviewed one of its claims", async () => {
    const claim = await desk.aPayable(120_000, { firstOfficer: desk.releaser.accountId });
    const batch = await desk.make([claim]);
    await desk.step(desk.maker, batch, "submission");
    expect((await desk.step(desk.releaser, batch, "release")).body.code).toBe("payer-is-reviewer");
    const own = await desk.aPayable(120_000, { firstOfficer: desk.maker.accountId });
    const refused = await desk.maker.post("/api/v1/payment-batches", { sourceId: desk.source, claimIds: [own.id] });
    expect([refused.status, refused.body.code]).toEqual([403, "payer-is-reviewer"]);
  });

  it("is refused where the account does not hold its sum", async () => {
    const claims = [await desk.aPayable(400_000), await desk.aPayable(400_000)];
    await desk.app.work(async (context) => {
      await book(context, [
        {
          movement: "sent",
          sourceId: desk.source,
          amountFen: 500_000,
          postedOn: "2020-06-30",
          key: randomUUID(),
          note: "他批在途",
        },
      ]);
    });
    const batch = await desk.make(claims);
    await desk.step(desk.maker, batch, "submission");
    expect((await desk.step(desk.releaser, batch, "release")).body.code).toBe("balance-exhausted");
    expect((await desk.maker.get<{ state: string }>(`/api/v1/payment-batches/${batch.id}`)).body.state).toBe(
      "submitted",
    );
  });
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
