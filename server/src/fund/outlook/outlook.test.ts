import { beforeEach, describe, expect, it } from "vitest";
import { paymentDesk, type TestClient } from "../../test/index.ts";
import { outlookRound } from "./tell-outlook.ts";

interface Line {
  place: number;
  of: number;
  aheadFen: number;
  freeFen: number;
  basis: string;
  expectedOn: string | null;
  said: string;
}

describe("a claim that waits for its money", () => {
  const desk = paymentDesk();
  let officer: TestClient;
  beforeEach(() => {
    officer = desk.maker;
  });
  const outlook = async (id: string): Promise<Line | null> =>
    (await officer.get<{ line: Line | null }>(`/api/v1/claims/${id}/payment-outlook`)).body.line;
  const told = async (personId: string): Promise<string[]> => {
    const rows = await desk.app.services.database
      .selectFrom("message_outbox")
      .select("body")
      .where("person_id", "=", personId)
      .where("template", "=", "payment-day")
      .orderBy("id")
      .execute();
    return rows.map((row) => row.body ?? "");
  };

  it("knows its place, the money of its source, and that without money no day can be said; a change is told once", async () => {
    // The source has 10,000 yuan in the bank.
    const [first, second] = [await desk.aPayable(300_000), await desk.aPayable(500_000)];
    // Quota beyond the cash: it is approved, and its money has not come yet.
    await desk.maker.post(`/api/v1/fund/sources/${desk.source}/movements`, {
      movement: "quota-issued",
      amountFen: 1_000_000,
      postedOn: "2020-06-01",
      voucher: "额-2",
    });
    const third = await desk.aPayable(400_000);
    expect(await outlook(first.id)).toMatchObject({ place: 1, of: 3, aheadFen: 0, freeFen: 1_000_000 });
    expect(await outlook(second.id)).toMatchObject({ place: 2, aheadFen: 300_000, basis: "unknown", expectedOn: null });
    expect(await outlook(third.id)).toMatchObject({ place: 3, aheadFen: 800_000, basis: "short", expectedOn: null });
    expect((await outlook(third.id))?.said).toContain("要等新的资金拨入");
    await outlookRound(desk.app.services);
    await outlookRound(desk.app.services);
    expect([await told(first.personId), (await told(third.personId)).length]).toEqual([[], 1]);
    await desk.maker.post(`/api/v1/fund/sources/${desk.source}/movements`, {
      movement: "funded",
      amountFen: 500_000,
      postedOn: "2020-06-20",
      voucher: "拨-9",
    });
    await outlookRound(desk.app.services);
    expect(await outlook(third.id)).toMatchObject({ basis: "unknown" });
    expect((await told(third.personId))[1]).toContain("推算不出到账日");
  });

  it("is expected after as many working days as the source took lately", async () => {
    const paid = [];
    for (let n = 0; n < 5; n += 1) paid.push(await desk.aPayable(1_000));
    const batch = await desk.sent(paid);
    const numbers = await desk.app.services.database
      .selectFrom("payment")
      .select("number")
      .where("batch_id", "=", batch.id)
      .execute();
    const answer = await desk.releaser.post("/api/v1/bank-returns", {
      lines: numbers.map(({ number }) => ({
        paymentNumber: number,
        outcome: "paid",
        amountFen: 1_000,
        on: "2020-07-01",
        bankReference: `B-${number}`,
      })),
    });
    expect(answer.status).toBe(200);
    const waiting = await desk.aPayable(2_000);
    await desk.app.services.database
      .updateTable("claim")
      .set({ publicised_from: "2020-06-23", publicised_to: "2020-06-30" })
      .where("id", "=", waiting.id)
      .execute();
    const line = await outlook(waiting.id);
    expect(line).toMatchObject({ basis: "usual", said: expect.stringContaining("个工作日") as string });
    expect(line?.expectedOn).toMatch(/^2020-/u);
  });

  it("is expected with money that finance entered as coming; who waits is told of it, of another day, and of its loss", async () => {
    await desk.maker.post(`/api/v1/fund/sources/${desk.source}/movements`, {
      movement: "quota-issued",
      amountFen: 1_000_000,
      postedOn: "2020-06-01",
      voucher: "额-3",
    });
    const waiting = await desk.aPayable(1_500_000);
    const at = async (now: string): Promise<void> => {
      desk.app.setNow(now);
      officer = await desk.app.signedIn(desk.maker.accountId);
    };
    await at("2020-07-02T02:00:00Z");
    expect(await outlook(waiting.id)).toMatchObject({ basis: "short", expectedOn: null });
    const plan = { amountFen: 5_000_000, expectedOn: "2020-09-10", document: "财社〔2020〕31 号" };
    const path = `/api/v1/fund/sources/${desk.source}/inflows`;
    expect((await officer.post(path, { ...plan, expectedOn: "2020-07-01" })).body.code).toBe("expected-day");
    const { id } = (await officer.post<{ id: string }>(path, plan)).body;
    await desk.app.drain();
    const seen = async () => (await told(waiting.personId)).at(-1);
    expect(await outlook(waiting.id)).toMatchObject({ basis: "inflow", expectedOn: "2020-09-10" });
    expect(await seen()).toContain("按财社〔2020〕31 号预计 2020-09-10 拨入资金");
    const change = { ...plan, expectedOn: "2020-10-20", reason: "上级拨款推迟" };
    const changed = (await officer.post<{ id: string }>(`/api/v1/fund/inflows/${id}/change`, change)).body;
    expect((await officer.post(`/api/v1/fund/inflows/${id}/change`, change)).body.code).toBe("inflow-not-standing");
    await desk.app.drain();
    expect(await seen()).toMatch(/原预计 2020-09-10 前后到账，现有变化.*2020-10-20/u);
    await at("2020-10-25T02:00:00Z");
    expect(await outlook(waiting.id)).toMatchObject({ basis: "short" });
    expect((await outlook(waiting.id))?.said).toContain("原计划 2020-10-20 拨入的资金还没有到");
    const listed = await officer.get<{ rows: { id: string }[] }>("/api/v1/fund/inflows");
    expect(listed.body.rows.map((row) => row.id)).toEqual([changed.id]);
    await officer.post(`/api/v1/fund/inflows/${changed.id}/end`, { outcome: "withdrawn", reason: "改列下年" });
    expect((await officer.get<{ rows: unknown[] }>("/api/v1/fund/inflows")).body.rows).toEqual([]);
  });
});
