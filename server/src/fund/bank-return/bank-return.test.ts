import { describe, expect, it } from "vitest";
import { bankLine, paymentDesk, upload } from "../../test/index.ts";
import { parseOutcome } from "./import-bank-return.ts";
import { ledgerVerifier } from "../books/invariants.ts";
import { balances } from "../books/ledger.ts";

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

  it("after arrival puts the promise back, and the claim is paid anew", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.sent([claim]);
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
    const back = { lines: [bankLine(batch, 1, "returned", { reason: "账户已注销" })] };
    const own = await desk.maker.post<{ returned: number; setAside: { reason: string }[] }>(
      "/api/v1/bank-returns",
      back,
    );
    expect(own.body).toMatchObject({ returned: 0, setAside: [{ reason: expect.stringContaining("以外的财政人员") }] });
    expect((await desk.releaser.post("/api/v1/bank-returns", back)).body).toMatchObject({ returned: 1, setAside: [] });
    expect(await desk.money()).toMatchObject({ reserved: 120_000, spent: 0, bank: 1_000_000, expense: 0 });
    const again = await desk.make([claim]);
    await desk.step(desk.maker, again, "submission");
    const shown = await desk.releaser.get<Shown>(`/api/v1/payment-batches/${again.id}`);
    expect(shown.body).toMatchObject({
      look: { paidBefore: 1 },
      payments: {
        rows: [{ earlier: { paidOn: "2020-07-01", returnedOn: "2020-07-01", reason: "账户已注销" } }],
      },
    });
    await desk.step(desk.releaser, again, "release");
    await desk.step(desk.maker, again, "dispatch");
    await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(again, 1, "paid")] });
    expect(await desk.state(claim)).toBe("paid");
    expect(await desk.money()).toMatchObject({ reserved: 0, spent: 120_000, expense: 120_000 });
  });

  it("that says arrived and then sent back books both in order, and the same again changes nothing", async () => {
    const claim = await desk.aPayable();
    const batch = await desk.sent([claim]);
    const lines = [bankLine(batch, 1, "returned", { bankReference: `${batch.number}/退`, reason: "账号户名不符" })];
    lines.push(bankLine(batch, 1, "paid"));
    const both = { lines: lines.toReversed() };
    expect((await desk.releaser.post("/api/v1/bank-returns", both)).body).toMatchObject({
      paid: 1,
      returned: 1,
      repeated: 0,
      setAside: [],
    });
    const books = await desk.money();
    expect(books).toMatchObject({ reserved: 120_000, spent: 0, bank: 1_000_000, transit: 0, expense: 0 });
    for (let n = 0; n < 2; n += 1)
      expect((await desk.releaser.post("/api/v1/bank-returns", both)).body).toMatchObject({
        paid: 0,
        returned: 0,
        repeated: 2,
        setAside: [],
      });
    expect(await desk.money()).toEqual(books);
    expect(await desk.state(claim)).toBe("payable");
  });

  it.each([
    ["before the batch was released", { on: "2020-06-30" }, "早于放款"],
    ["a century ago", { on: "1926-11-28" }, "早于放款"],
    ["after today", { on: "2020-07-02" }, "晚于今天"],
    ["with another amount", { amountFen: 1 }, "金额与付款不符"],
  ])("%s is set aside and books nothing", async (_name, wrong, reason) => {
    const batch = await desk.sent([await desk.aPayable()]);
    const answer = await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid", wrong)] });
    expect(answer.body).toMatchObject({ paid: 0, setAside: [{ reason: expect.stringContaining(reason) }] });
    expect(await desk.money()).toMatchObject({ transit: 120_000, expense: 0 });
  });

  it("pays one payment per bank reference, however it is written, and names the second", async () => {
    const batch = await desk.sent([await desk.aPayable(), await desk.aPayable()]);
    const reference = `ls-${batch.number}`;
    const lines = [
      bankLine(batch, 1, "paid", { bankReference: reference }),
      bankLine(batch, 2, "paid", { bankReference: `ＬＳ－${batch.number}` }),
    ];
    expect((await desk.maker.post("/api/v1/bank-returns", { lines })).body).toMatchObject({
      paid: 1,
      setAside: [{ reason: expect.stringContaining("已用于另一笔付款") }],
    });
  });

  it("that comes when the month is closed is booked in the month of its coming", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    desk.app.setNow("2020-08-11T02:00:00Z");
    const late = await desk.app.as("finance");
    const answer = await late.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
    expect(answer.body).toMatchObject({ paid: 1 });
    const spentBy = async (day: string) =>
      (await balances(desk.app.services.database, desk.source, day)).cash.expense ?? 0;
    expect([await spentBy("2020-07-31"), await spentBy("2020-08-31")]).toEqual([0, 120_000]);
    desk.app.setNow("2020-07-01T02:00:00Z");
  });
});

interface Shown {
  look: object;
  payments: { rows: { earlier: object | null }[] };
}

const file = (text: string) =>
  upload<{ id: string }>(desk.maker, "/api/v1/bank-returns/import", {
    name: "huidan.csv",
    content: text,
    type: "text/csv",
  });

describe("the bank's file", () => {
  const header = "付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因\r\n";

  it("is read as banks send it: a total below, a clock beside the day, their own words, numbers in any spelling", async () => {
    const batch = await desk.sent([await desk.aPayable(), await desk.aPayable(), await desk.aPayable()]);
    const written = batch.number.toLowerCase().replace("-", "－");
    const answer = await file(
      `${header}${written}-00001,1200.00,交易成功,2020-07-01 10:15:22,r1-${batch.number},\r\n` +
        `${batch.number}-00002,1200.00,已退汇,20200701,r2-${batch.number},户名不符\r\n` +
        `${batch.number}-00003,1200.00,处理中,,,\r\n合计,3 笔,,,3600.00,\r\n`,
    );
    expect(answer.body).toMatchObject({
      paid: 1,
      returned: 1,
      setAside: [{ paymentNumber: `${batch.number}-00003`, reason: expect.stringContaining("处理中") }],
    });
  });

  it("takes an arrival back by anybody's upload, since the file is kept", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    await file(`${header}${batch.number}-00001,1200.00,成功,2020-07-01,R-${batch.number},\r\n`);
    const back = await file(`${header}${batch.number}-00001,1200.00,退票,2020-07-01,T-${batch.number},销户\r\n`);
    expect(back.body).toMatchObject({ returned: 1, setAside: [] });
    const kept = await desk.app.services.database
      .selectFrom("bank_return")
      .select("file_id")
      .where("id", "=", back.body.id)
      .executeTakeFirst();
    expect(kept?.file_id).not.toBeNull();
  });

  it("with a row that can't be read is refused whole", async () => {
    const batch = await desk.sent([await desk.aPayable()]);
    const bad = await file(`${header}${batch.number}-00001,1200.00,不详,2020-07-01,R-${batch.number},\r\n`);
    expect([bad.status, bad.body.code]).toEqual([422, "rows-need-correction"]);
    expect(bad.body.errors?.[0]?.detail).toContain("第 2 行");
    const dayless = await file(`${header}${batch.number}-00001,1200.00,成功,,R-${batch.number},\r\n`);
    expect(dayless.body.errors?.[0]?.detail).toContain("处理日期");
  });
});

it.each([
  ["成功", "paid"],
  ["交易成功", "paid"],
  ["处理成功", "paid"],
  ["已入账", "paid"],
  ["付款 成功", "paid"],
  ["失败", "returned"],
  ["交易失败", "returned"],
  ["处理失败", "returned"],
  ["退汇", "returned"],
  ["已退票", "returned"],
  ["处理中", "pending"],
  ["银行处理中", "pending"],
  ["不详", null],
  ["成功率", null],
])("the bank's word %s means %s", (word, outcome) => {
  const parsed = parseOutcome(word);
  expect(parsed.ok ? parsed.value : null).toBe(outcome);
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
