import { describe, expect, it } from "vitest";
import { bankLine, paymentDesk, type TestClient } from "../../test/index.ts";
import { ledgerVerifier } from "./invariants.ts";

const desk = paymentDesk();

const record = (client: TestClient, body: object) =>
  client.post<{ key: string; code?: string }>(`/api/v1/fund/sources/${desk.source}/movements`, {
    movement: "funded",
    amountFen: 100,
    postedOn: "2020-07-01",
    voucher: "JZ-2020-001",
    ...body,
  });

describe("money from outside", () => {
  it.each([
    ["in the future", "2020-07-02", 422, "date-in-future"],
    ["before its source was opened", "2019-12-31", 422, "date-too-early"],
    ["a century ago", "1926-11-28", 422, "date-too-early"],
    ["last month, which is open until the tenth", "2020-06-30", 200, undefined],
  ])("%s: %s is answered %s", async (_name, postedOn, status, code) => {
    const answer = await record(desk.maker, { postedOn });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("of a closed month is booked today instead", async () => {
    desk.app.setNow("2020-08-11T02:00:00Z");
    const late = await desk.app.as("finance");
    expect((await record(late, { postedOn: "2020-07-15" })).body.code).toBe("month-closed");
    expect((await record(late, { postedOn: "2020-08-11" })).status).toBe(200);
    desk.app.setNow("2020-07-01T02:00:00Z");
  });

  it.each(["jz-2020-001", "ＪＺ－２０２０－００１", "JZ-2020- 001", "JZ–2020–001"])(
    "of voucher JZ-2020-001 isn't booked again as %s",
    async (voucher) => {
      expect((await record(desk.maker, {})).status).toBe(200);
      expect((await record(desk.maker, { voucher })).body.code).toBe("voucher-booked");
    },
  );
});

const openSourceAt = (code: string, drawOrder: number, openedOn = "2020-02-01") =>
  desk.maker.post<{ id: string; code?: string }>("/api/v1/fund/sources", {
    code,
    name: `来源${code}`,
    openedOn,
    drawOrder,
  });
const drawOrders = async () =>
  (await desk.maker.get<{ rows: { code: string; drawOrder: number }[] }>("/api/v1/fund/sources")).body.rows
    .filter((row) => row.code.startsWith("ORD-"))
    .map((row) => `${row.code} ${row.drawOrder}`);

describe("the order in which sources are drawn on", () => {
  it("has one source at each place, and two change places", async () => {
    expect((await openSourceAt("ORD-A", 701)).status).toBe(200);
    const second = await openSourceAt("ORD-B", 702);
    expect((await openSourceAt("ORD-C", 701)).body.code).toBe("draw-order-taken");
    expect((await openSourceAt("ORD-C", 703, "2020-07-02")).body.code).toBe("date-in-future");
    await desk.maker.put(`/api/v1/fund/sources/${second.body.id}/draw-order`, { drawOrder: 701 });
    expect(await drawOrders()).toEqual(["ORD-B 701", "ORD-A 702"]);
  });
});

const firstEntry = async () =>
  (
    await desk.app.services.database
      .selectFrom("ledger_entry")
      .select("id")
      .where("source_id", "=", desk.source)
      .where("key", "like", "funded:%JZ-2020-001")
      .executeTakeFirstOrThrow()
  ).id;

describe("money booked wrongly", () => {
  it("is undone today by two officers, neither of them who booked it alone, and the voucher is booked as it should be", async () => {
    await record(desk.maker, { amountFen: 1_000 });
    const entry = await firstEntry();
    const asked = await desk.maker.post<{ id: string }>(`/api/v1/fund/entries/${entry}/correction`, {
      reason: "多录了一个零",
    });
    const decision = `/api/v1/fund/corrections/${asked.body.id}/decision`;
    expect((await desk.maker.post(decision, { agreed: true })).body.code).toBe("corrector-is-asker");
    expect((await record(desk.maker, { amountFen: 100 })).body.code).toBe("voucher-booked");
    expect((await desk.releaser.post(decision, { agreed: true })).status).toBe(200);
    expect(await desk.money()).toMatchObject({ bank: 1_000_000 });
    expect((await record(desk.maker, { amountFen: 100 })).status).toBe(200);
    expect((await record(desk.maker, { amountFen: 100 })).body.code).toBe("voucher-booked");
    expect(await desk.money()).toMatchObject({ bank: 1_000_100 });
    const again = await desk.releaser.post(`/api/v1/fund/entries/${entry}/correction`, { reason: "再次更正" });
    expect(again.body).toMatchObject({ code: "correction-exists" });
  });

  it("isn't undone by the word of who booked it, whoever asks", async () => {
    await record(desk.maker, {});
    const asked = await desk.releaser.post<{ id: string }>(`/api/v1/fund/entries/${await firstEntry()}/correction`, {
      reason: "凭证作废",
    });
    const decision = `/api/v1/fund/corrections/${asked.body.id}/decision`;
    expect((await desk.maker.post(decision, { agreed: true })).body.code).toBe("corrector-is-maker");
    const third = await desk.app.as("finance");
    const listed = await third.get<{ rows: { id: string; mayDecide: boolean }[] }>(
      "/api/v1/fund/corrections?open=true",
    );
    expect(listed.body.rows.find((row) => row.id === asked.body.id)?.mayDecide).toBe(true);
    expect((await third.post(decision, { agreed: false })).status).toBe(200);
    expect(await desk.money()).toMatchObject({ bank: 1_000_100 });
  });

  it("that paid somebody is not undone here", async () => {
    await desk.sent([await desk.aPayable()]);
    const { id } = await desk.app.services.database
      .selectFrom("ledger_entry")
      .select("id")
      .where("source_id", "=", desk.source)
      .where("kind", "=", "sent")
      .executeTakeFirstOrThrow();
    const asked = await desk.maker.post(`/api/v1/fund/entries/${id}/correction`, { reason: "金额不对" });
    expect(asked.body.code).toBe("entry-not-correctable");
  });
});

const demand = async () => {
  const claim = await desk.aPayable();
  const batch = await desk.sent([claim]);
  await desk.maker.post("/api/v1/bank-returns", { lines: [bankLine(batch, 1, "paid")] });
  const reviewer = await desk.app.as("reviewer");
  const { body } = await reviewer.post<{ id: string }>(`/api/v1/claims/${claim.id}/clawbacks`, {
    amountFen: 120_000,
    reason: "培训课时不实",
  });
  return `/api/v1/clawbacks/${body.id}/repayment`;
};

describe("money that comes back", () => {
  it.each([
    ["before it was demanded", "2020-06-30", "date-too-early"],
    ["in ten years", "2030-01-01", "date-in-future"],
  ])("%s is refused", async (_name, on, code) => {
    expect((await desk.maker.post(await demand(), { on, voucher: "收-1" })).body.code).toBe(code);
  });

  it("is confirmed once per voucher, however it is written", async () => {
    const [one, two] = [await demand(), await demand()];
    expect((await desk.maker.post(one, { on: "2020-07-01", voucher: "sh-1" })).status).toBe(200);
    expect((await desk.maker.post(two, { on: "2020-07-01", voucher: "ＳＨ－１" })).body.code).toBe("voucher-booked");
    expect((await desk.maker.post(two, { on: "2020-07-01", voucher: "sh-2" })).status).toBe(200);
  });
});

it("leaves books that keep every promise, on every day", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
