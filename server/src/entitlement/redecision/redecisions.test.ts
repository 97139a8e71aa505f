import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import {
  aClaim,
  aConfirmedClaim,
  anEntitledLearner,
  anApprovedClaim,
  aPreparedClaim,
  aTrainingPlace,
  bankLine,
  COUNTY,
  createTestApp,
  firstVersionAlone,
  loadAgain,
  type MadeBatch,
  publishVersion,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { openSource } from "../../fund/index.ts";
import { decisionVerifier } from "../case/verify-decisions.ts";
import { slotVerifier } from "../grant/verify-slots.ts";
import { prepareClaims, publicityRound } from "../index.ts";

/** A county that has paid under version 1.0.0; the law is then corrected from an earlier day, first upwards and then downwards. */
let app: TestApp;
let directory: string;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let officers: [TestClient, TestClient];
let source = "";
beforeAll(async () => {
  directory = await firstVersionAlone();
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00", policies: directory });
  place = await aTrainingPlace(app);
  source = await app.work((context) =>
    openSource(context, { code: "S-1", name: "专项资金", region: COUNTY, openedOn: "2020-01-01", drawOrder: 1 }),
  );
  const accountant = await app.as("finance");
  for (const movement of ["quota-issued", "funded"])
    await accountant.post(`/api/v1/fund/sources/${source}/movements`, {
      movement,
      amountFen: 10_000_000,
      postedOn: "2020-04-01",
      voucher: "拨-1",
    });
  await signIn();
});
afterAll(() => app.close());

const signIn = async () => {
  officers = [await app.as("reviewer"), await app.as("reviewer")];
};
const claimOf = async (id: string) =>
  app.services.database.selectFrom("claim").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const slotsOf = async (personId: string) =>
  (
    await sql<{ n: number }>`select count(*)::int as n from benefit_slot where person_id = ${personId}`.execute(
      app.services.database,
    )
  ).rows[0]?.n;
const verified = async () => [
  ...(await decisionVerifier.run(app.services)).differences,
  ...(await slotVerifier.run(app.services)).differences,
];

/** Publicity, a batch and the bank's answer for approved claims. */
async function pay(ids: readonly string[], from: string, to: string): Promise<void> {
  app.setNow(`${from}T12:00:00+08:00`);
  await publicityRound(app.services);
  app.setNow(`${to}T10:00:00+08:00`);
  await publicityRound(app.services);
  const [maker, releaser] = [await app.as("finance"), await app.as("finance")];
  const batch = (await maker.post<MadeBatch>("/api/v1/payment-batches", { sourceId: source, claimIds: ids })).body;
  for (const [client, step] of [
    [maker, "submission"],
    [releaser, "release"],
    [maker, "dispatch"],
  ] as const)
    expect(await client.post(`/api/v1/payment-batches/${batch.id}/${step}`, {})).toMatchObject({ status: 200 });
  const payments = (
    await maker.get<{ rows: { number: string; amountFen: number }[] }>(`/api/v1/payments?batchId=${batch.id}`)
  ).body.rows;
  const lines = payments.map(({ number, amountFen }) => ({
    ...bankLine(batch, Number(number.slice(-5)), "paid", { amountFen }),
    on: to,
  }));
  expect((await maker.post("/api/v1/bank-returns", { lines })).body).toMatchObject({ paid: ids.length });
  await app.drain();
  await signIn();
}

interface Shown {
  state: string;
  decided: number;
  total: number;
  maySign: boolean;
  open: number;
  sums: { changed: number; moreFen: number; lessFen: number; incomplete: number };
}
const shown = async (id: string) => (await officers[0].get<Shown>(`/api/v1/redecisions/${id}`)).body;
const rowsOf = async (id: string) =>
  (
    await officers[0].get<{
      rows: { number: string; step: string; state: string; differenceFen: number; because: string; note: string }[];
    }>(`/api/v1/redecisions/${id}/rows?limit=100`)
  ).body.rows;
const stepOf = async (id: string, number: string) => (await rowsOf(id)).find((row) => row.number === number);

/** Version that changes the amount of the training subsidy to a share of the standard. */
const publishShare = async (version: string, percent: number) => {
  await publishVersion(directory, {
    from: "1.0.0",
    version,
    change: ({ benefits }) => {
      const training = benefits.find(({ id }) => id === "unemployed-training");
      if (training?.amount.kind === "steps")
        training.amount.steps.push({ kind: "rate", step: "share", clause: "五.2", rate: { kind: "percent", percent } });
    },
  });
  await loadAgain(app, directory);
};

const ask = (version: string, by: TestClient = officers[0]) =>
  by.post<{ id: string }>("/api/v1/redecisions", {
    policyId: "rugao-2019",
    cause: { kind: "version", version },
    from: "2020-01-01",
    because: "皋政办发〔2020〕示例号更正补贴标准",
  });
const sign = async (id: string, by: TestClient) => {
  const { changed, moreFen, lessFen } = (await shown(id)).sums;
  return by.post(`/api/v1/redecisions/${id}/signature`, { changed, moreFen, lessFen });
};

describe("law corrected with an earlier day", () => {
  let paid: Awaited<ReturnType<typeof anApprovedClaim>>;
  let approved: Awaited<ReturnType<typeof anApprovedClaim>>;
  let inHand: Awaited<ReturnType<typeof aConfirmedClaim>>;
  let prepared: Awaited<ReturnType<typeof aPreparedClaim>>;
  let run = "";

  it("decides every stored case from that day into a list and changes nothing", async () => {
    paid = await anApprovedClaim(app, place, officers);
    await pay([paid.claim.id], "2020-04-10", "2020-04-20");
    approved = await anApprovedClaim(app, place, officers);
    inHand = await aConfirmedClaim(app, place);
    prepared = await aPreparedClaim(app, place);
    await publishShare("1.1.0", 50);
    run = (await ask("1.1.0")).body.id;
    expect(await ask("1.1.0")).toMatchObject({ status: 409, body: { code: "redecision-open" } });
    // A job that is done again after a crash adds nothing.
    await app.work((context) => context.emit("redecision-due", { redecisionId: run }));
    await app.drain();
    expect(await shown(run)).toMatchObject({
      state: "listed",
      decided: 4,
      sums: { changed: 4, moreFen: 0, lessFen: 4 * 60_000, incomplete: 0 },
    });
    const steps = await rowsOf(run);
    expect(Object.fromEntries(steps.map((row) => [row.number, row.step]))).toEqual({
      [paid.claim.number]: "recover",
      [approved.claim.number]: "replace",
      [inHand.claim.number]: "redecide",
      [prepared.claim.number]: "redecide",
    });
    expect(await claimOf(paid.claim.id)).toMatchObject({ state: "paid", paid_fen: 120_000 });
  });

  it("is signed by two officers on the list that they saw", async () => {
    expect(
      await officers[0].post(`/api/v1/redecisions/${run}/signature`, { changed: 3, moreFen: 0, lessFen: 1 }),
    ).toMatchObject({ status: 409, body: { code: "list-changed" } });
    expect(await sign(run, officers[0])).toMatchObject({ status: 200 });
    expect(await sign(run, officers[0])).toMatchObject({ status: 409, body: { code: "second-signature-is-first" } });
    // Two clicks of the second at once set it going once.
    const answers = await Promise.all([sign(run, officers[1]), sign(run, officers[1])]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("turns the list into clawbacks, cancellations and new claims, each once, and tells the people", async () => {
    // The same job many times: as after a crash, and side by side.
    await app.work((context) => context.emit("redecision-due", { redecisionId: run }));
    await Promise.all([app.drain(), app.drain()]);
    await app.drain();
    expect(await shown(run)).toMatchObject({ state: "done", open: 0 });
    expect(await claimOf(paid.claim.id)).toMatchObject({ state: "recovering" });
    const demands = await sql<{ amount_fen: number; reason: string }>`
      select amount_fen, reason from clawback where claim_id = ${paid.claim.id}`.execute(app.services.database);
    expect(demands.rows).toMatchObject([
      { amount_fen: 60_000, reason: expect.stringContaining("第 1.1.0 版") as string },
    ]);
    expect(await claimOf(approved.claim.id)).toMatchObject({ state: "cancelled" });
    const follows = await app.services.database
      .selectFrom("claim")
      .selectAll()
      .where("redecided_from", "=", approved.claim.id)
      .execute();
    expect(follows).toMatchObject([
      { state: "prepared", asked_fen: 60_000, applied_on: "2020-04-20", supplements: null, already_fen: 0 },
    ]);
    for (const { claim } of [inHand, prepared]) expect(await claimOf(claim.id)).toMatchObject({ asked_fen: 60_000 });
    const told = await approved.client.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/第 1\.1\.0 版，按规定追溯裁定：原核定撤销，已按新的金额备好申请/u),
    );
    expect(await verified()).toEqual([]);
  });

  it("pays the difference upwards by a supplement without a second slot", async () => {
    const other = await anApprovedClaim(app, place, officers);
    expect(await claimOf(other.claim.id)).toMatchObject({ approved_fen: 60_000 });
    const slots = await slotsOf(other.personId);
    await publishShare("1.2.0", 80);
    const second = (await ask("1.2.0")).body.id;
    await app.drain();
    expect(await stepOf(second, other.claim.number)).toMatchObject({ step: "supplement", differenceFen: 36_000 });
    // Demanded back and not settled: for an officer to see to.
    expect(await stepOf(second, paid.claim.number)).toMatchObject({ step: "by-hand" });
    for (const officer of officers) expect(await sign(second, officer)).toMatchObject({ status: 200 });
    await app.drain();
    expect(await shown(second)).toMatchObject({ state: "done" });
    const [supplement] = await app.services.database
      .selectFrom("claim")
      .selectAll()
      .where("supplements", "=", other.claim.id)
      .execute();
    expect(supplement).toMatchObject({ state: "prepared", asked_fen: 36_000, already_fen: 60_000 });
    const id = supplement?.id ?? "";
    expect(await other.client.post(`/api/v1/claims/${id}/confirmation`)).toMatchObject({ status: 200 });
    for (const [at, round] of ["first-review", "second-review"].entries())
      expect(await officers[at]?.post(`/api/v1/claims/${id}/${round}`, { verdict: "pass" })).toMatchObject({
        status: 200,
      });
    expect(await claimOf(id)).toMatchObject({ state: "approved", approved_fen: 36_000, applied_on: "2020-04-20" });
    expect(await slotsOf(other.personId)).toBe(slots);
    await pay([other.claim.id, id], "2020-04-20", "2020-04-28");
    expect(await claimOf(id)).toMatchObject({ state: "paid", paid_fen: 36_000 });
    expect(await verified()).toEqual([]);

    // The same correction once more finds nothing left to do for this claim.
    const again = (await ask("1.2.0", officers[0])).body.id;
    await app.drain();
    expect(await stepOf(again, other.claim.number)).toMatchObject({ step: "none", differenceFen: 0 });
  });

  it("leaves a claim that can't follow to an officer, and goes on with the others", async () => {
    // Refused, and prepared again since: the second claim stands in the way of a third.
    const learner = await anEntitledLearner(app, place);
    const refused = await aClaim(app, { state: "refused", ...learner });
    await app.work((context) => prepareClaims(context, [learner.certificateId]));
    const { number } = await app.services.database
      .selectFrom("claim")
      .select("number")
      .where("certificate_id", "=", learner.certificateId)
      .where("state", "=", "prepared")
      .executeTakeFirstOrThrow();
    await publishShare("1.3.0", 70);
    const third = (await ask("1.3.0")).body.id;
    await app.drain();
    expect(await stepOf(third, refused.number)).toMatchObject({ step: "claim", state: "listed" });
    for (const officer of officers) expect(await sign(third, officer)).toMatchObject({ status: 200 });
    await app.drain();
    expect(await shown(third)).toMatchObject({ state: "done", open: 0 });
    expect(await stepOf(third, refused.number)).toMatchObject({
      state: "stale",
      note: expect.stringMatching(/^没有办理：.*已有一笔申请/u) as string,
    });
    expect(await stepOf(third, number)).toMatchObject({ step: "redecide", state: "done" });
  });

  it("is refused for a day that the law doesn't have, and can be withdrawn until the second signature", async () => {
    const odd = (from: string) =>
      officers[0].post("/api/v1/redecisions", {
        policyId: "rugao-2019",
        cause: { kind: "version", version: "1.0.0" },
        from,
        because: "按文件更正",
      });
    expect(await odd("2019-01-01")).toMatchObject({ status: 422, body: { code: "redecision-day" } });
    expect(await odd("2021-01-01")).toMatchObject({ status: 422, body: { code: "redecision-day" } });
    const { id } = (await ask("1.0.0")).body;
    await app.drain();
    await sign(id, officers[1]);
    expect(await officers[0].post(`/api/v1/redecisions/${id}/withdrawal`, { reason: "版本选错了" })).toMatchObject({
      status: 200,
    });
    expect(await shown(id)).toMatchObject({ state: "withdrawn" });
    expect(await sign(id, officers[0])).toMatchObject({ status: 409 });
  });
});
