import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClaim, createTestApp, type TestApp } from "../../test/index.ts";
import {
  abandonRecovery,
  type ClaimState,
  finishRecovery,
  markBatched,
  markPaid,
  markReturned,
  markUnbatched,
  startRecovery,
} from "../index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-05-06T10:00:00+08:00" });
});
afterAll(() => app.close());

const claim = (id: string) =>
  app.services.database.selectFrom("claim").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const historyOf = (id: string) =>
  app.services.database.selectFrom("state_history").selectAll().where("subject_id", "=", id).orderBy("id").execute();

describe("what the fund tells a claim", () => {
  it("batches, pays, and keeps what arrived", async () => {
    const { id } = await aClaim(app, { amountFen: 60_000 });
    await app.work((context) => markBatched(context, [id]));
    await app.work((context) => markPaid(context, id, 60_000));
    expect(await claim(id)).toMatchObject({ state: "paid", paid_fen: 60_000 });
  });

  it.each<{ from: ClaimState }>([{ from: "batched" }, { from: "paid" }])(
    "makes a $from claim payable again when the bank returns it, with the bank's reason",
    async ({ from }) => {
      const { id } = await aClaim(app, { state: from });
      await app.work((context) => markReturned(context, id, "账号户名不符"));
      expect(await claim(id)).toMatchObject({ state: "payable", paid_fen: null });
      expect((await historyOf(id)).at(-1)).toMatchObject({ to_state: "payable", reason: "账号户名不符" });
    },
  );

  it("refuses a whole batch when one claim can't go, and says which", async () => {
    const good = await aClaim(app);
    const gone = await aClaim(app, { state: "paid" });
    await expect(app.work((context) => markBatched(context, [good.id, gone.id]))).rejects.toMatchObject({
      code: "claim-state",
      message: expect.stringContaining(gone.number) as string,
    });
    expect(await claim(good.id)).toMatchObject({ state: "payable" });
  });

  it("does not batch a claim with an open objection", async () => {
    const { id, number } = await aClaim(app);
    await app.services.database
      .insertInto("objection")
      .values({
        claim_id: id,
        kind: "own",
        text: "我没有参加过这个班",
        contact_sealed: null,
        person_id: null,
        due_on: "2020-05-13",
        answer: null,
        upheld: null,
        answered_by: null,
        answered_at: null,
      })
      .execute();
    await expect(app.work((context) => markBatched(context, [id]))).rejects.toMatchObject({
      code: "claim-objected",
      message: expect.stringContaining(number) as string,
    });
  });

  it("unbatches when a batch is cancelled", async () => {
    const { id } = await aClaim(app, { state: "batched" });
    await app.work((context) => markUnbatched(context, [id], "批次作废"));
    expect(await claim(id)).toMatchObject({ state: "payable" });
  });

  it.each([
    { recovered: 120_000, state: "recovered", left: 0 },
    { recovered: 20_000, state: "paid", left: 100_000 },
  ])("after $recovered fen came back it is $state with $left left", async ({ recovered, state, left }) => {
    const { id } = await aClaim(app, { state: "paid", amountFen: 120_000 });
    await app.work((context) => startRecovery(context, id, "重复享受"));
    await app.work((context) => finishRecovery(context, id, recovered));
    expect(await claim(id)).toMatchObject({ state, paid_fen: left });
  });

  it("does not recover more than was paid", async () => {
    const { id } = await aClaim(app, { state: "recovering" });
    await expect(app.work((context) => finishRecovery(context, id, 120_001))).rejects.toMatchObject({
      code: "recovered-more-than-paid",
    });
  });

  it("leaves a claim paid when the demand is withdrawn", async () => {
    const { id } = await aClaim(app, { state: "recovering" });
    await app.work((context) => abandonRecovery(context, id, "核实后无需追回"));
    expect(await claim(id)).toMatchObject({ state: "paid" });
  });
});
