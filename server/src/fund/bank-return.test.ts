import { describe, expect, it } from "vitest";
import { bankLine, paymentDesk, upload } from "../test/index.ts";
import { ledgerVerifier } from "./invariants.ts";

const desk = paymentDesk();

describe("the bank's return", () => {
  it("twice, and twice in itself, books once", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    const once = [bankLine(batch, 1, "paid")];
    expect((await desk.maker.post("/api/v1/bank-returns", { lines: [...once, ...once] })).body).toMatchObject({
      paid: 1,
      repeated: 1,
    });
    expect((await desk.maker.post("/api/v1/bank-returns", { lines: once })).body).toMatchObject({
      paid: 0,
      repeated: 1,
    });
    expect(await desk.money()).toMatchObject({ spent: 120_000, expense: 120_000, transit: 0 });
  });

  it("from two officers at once books once", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    const answers = await Promise.all(
      [desk.maker, desk.releaser].map((client) =>
        client.post<{ paid: number }>("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] }),
      ),
    );
    expect(answers.map((answer) => answer.body.paid).toSorted()).toEqual([0, 1]);
  });

  it("with another amount is set aside and books nothing", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    const answer = await desk.maker.post("/api/v1/bank-returns", {
      lines: [bankLine(batch, 1, "paid", { amountFen: 119_999 })],
    });
    expect(answer.body).toMatchObject({ paid: 0, setAside: [{ reason: expect.stringContaining("金额与付款不符") }] });
    expect(await desk.money()).toMatchObject({ transit: 120_000, expense: 0 });
  });

  it("after arrival puts the promise back, and the claim is paid anew", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.sent([claim]);
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
    await desk.maker.post("/api/v1/bank-returns", {
      lines: [bankLine(batch, 1, "returned", { on: "2020-07-05", reason: "账户已注销" })],
    });
    expect(await desk.money()).toMatchObject({ reserved: 120_000, spent: 0, bank: 1_000_000, expense: 0 });
    const again = await desk.sent([claim]);
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(again, 1, "paid")] });
    expect(await desk.state(claim)).toBe("paid");
    expect(await desk.money()).toMatchObject({ reserved: 0, spent: 120_000, expense: 120_000 });
  });

  it("comes as a file too, and a bad row stops it whole", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    const file = (text: string) =>
      upload(desk.maker, "/api/v1/bank-returns/import", { name: "huidan.csv", content: text, type: "text/csv" });
    const header = "付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因\r\n";
    const bad = await file(`${header}${batch.number}-00001,1200.00,不详,2020-07-02,R-${batch.number},\r\n`);
    expect([bad.status, bad.body.code]).toEqual([422, "rows-need-correction"]);
    expect(bad.body.errors?.[0]?.detail).toContain("第 2 行");
    const good = await file(`${header}${batch.number}-00001,1200.00,成功,2020-07-02,R-${batch.number},\r\n`);
    expect(good.body).toMatchObject({ paid: 1 });
  });
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
