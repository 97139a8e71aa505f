import { makeBankCard, maskBankCard } from "@jinengtong/standards";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClaim,
  aPerson,
  COUNTY,
  createTestApp,
  type BuiltClaim,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { ledgerVerifier } from "./invariants.ts";
import { balances, openSource } from "./ledger.ts";
import { reserveClaims, releaseClaim } from "./reserve.ts";

let app: TestApp;
let maker: TestClient;
let releaser: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-07-01T02:00:00Z" });
  [maker, releaser] = await Promise.all([app.as("finance"), app.as("finance")]);
});
afterAll(() => app.close());

let source = "";
/** A source with 10,000 yuan of quota and cash, both by voucher. */
beforeEach(async () => {
  source = await app.work((context) =>
    openSource(context, {
      code: `S-${randomUUID().slice(0, 8).toUpperCase()}`,
      name: "示例专项资金",
      region: COUNTY,
      openedOn: "2020-01-01",
      drawOrder: 1,
    }),
  );
  for (const movement of ["quota-issued", "funded"]) {
    await maker.post(`/api/v1/fund/sources/${source}/movements`, {
      movement,
      amountFen: 1_000_000,
      postedOn: "2020-06-01",
      voucher: "拨-1",
    });
  }
});

/** A claim that may be paid, its money set aside, its person with a bank account. */
async function aPayable(amountFen = 120_000, officers: { firstOfficer?: string } = {}): Promise<BuiltClaim> {
  const person = await aPerson(app);
  const number = makeBankCard(`62284804${String(Math.floor(Math.random() * 1e10)).padStart(10, "0")}`);
  const { sealer, database } = app.services;
  const id = randomUUID();
  await database
    .insertInto("payee_account")
    .values({
      id,
      person_id: person.id,
      holder_name: "张示例",
      bank_name: "示例银行如皋支行",
      number_sealed: sealer.seal(number, { table: "payee_account", column: "number", row: id }),
      number_hash: sealer.lookupHash(number, "bank-account"),
      number_masked: maskBankCard(number),
    })
    .execute();
  const claim = await aClaim(app, { personId: person.id, amountFen, sourceId: source, ...officers });
  await app.work((context) =>
    reserveClaims(context, [{ id: claim.id, number: claim.number, sourceId: source, amountFen, region: COUNTY }]),
  );
  return claim;
}

/** Uploads the text as the bank's file. */
const upload = (text: string) =>
  maker.inject({
    method: "POST",
    url: "/api/v1/bank-returns/import",
    headers: { "content-type": "multipart/form-data; boundary=X" },
    payload: Buffer.concat([
      Buffer.from(
        '--X\r\nContent-Disposition: form-data; name="file"; filename="huidan.csv"\r\nContent-Type: text/csv\r\n\r\n',
      ),
      Buffer.from(text, "utf8"),
      Buffer.from("\r\n--X--\r\n"),
    ]),
  });

interface Batch {
  id: string;
  number: string;
  count: number;
  totalFen: number;
}
const make = async (claims: BuiltClaim[]): Promise<Batch> =>
  (await maker.post<Batch>("/api/v1/payment-batches", { sourceId: source, claimIds: claims.map((claim) => claim.id) }))
    .body;
const step = (client: TestClient, batch: Batch, what: string, body: unknown = {}) =>
  client.post(`/api/v1/payment-batches/${batch.id}/${what}`, body);
async function sent(claims: BuiltClaim[]): Promise<Batch> {
  const batch = await make(claims);
  await step(maker, batch, "submission");
  await step(releaser, batch, "release");
  await step(maker, batch, "dispatch");
  return batch;
}
const line = (batch: Batch, n: number, outcome: "paid" | "returned", more: object = {}) => ({
  paymentNumber: `${batch.number}-${String(n).padStart(5, "0")}`,
  outcome,
  amountFen: 120_000,
  on: "2020-07-02",
  bankReference: `${batch.number}/${n}`,
  ...more,
});
const state = async (claim: BuiltClaim) =>
  (await app.services.database.selectFrom("claim").select("state").where("id", "=", claim.id).executeTakeFirstOrThrow())
    .state;
const money = async () => {
  const { quota, cash } = await balances(app.services.database, source);
  return {
    available: quota.available,
    reserved: quota.reserved,
    spent: quota.spent,
    bank: cash.bank,
    transit: cash.transit,
    expense: cash.expense,
  };
};

describe("a batch", () => {
  it("goes from the maker by a second officer to the bank, and its return settles each payment", async () => {
    const claims = [await aPayable(), await aPayable()];
    const batch = await make(claims);
    expect(batch).toMatchObject({ count: 2, totalFen: 240_000 });
    await step(maker, batch, "submission");
    expect((await step(maker, batch, "release")).body.code).toBe("releaser-is-maker");
    expect((await step(releaser, batch, "release")).status).toBe(200);
    expect(await money()).toMatchObject({ available: 760_000, reserved: 240_000, bank: 760_000, transit: 240_000 });
    expect((await step(maker, batch, "dispatch")).status).toBe(200);

    const file = await step(maker, batch, "bank-file");
    const rows = String(file.body).trim().split("\r\n");
    expect(rows).toHaveLength(4);
    expect(rows.at(-1)).toContain("2 笔,,,2400.00");

    const answer = await maker.post("/api/v1/bank-returns", {
      lines: [line(batch, 1, "paid"), line(batch, 2, "returned", { reason: "户名不符" }), line(batch, 9, "paid")],
    });
    expect(answer.body).toMatchObject({
      paid: 1,
      returned: 1,
      repeated: 0,
      setAside: [{ reason: expect.stringContaining("没有这笔付款") }],
    });
    expect(await Promise.all(claims.map(state))).toEqual(["paid", "payable"]);
    expect(await money()).toEqual({
      available: 760_000,
      reserved: 120_000,
      spent: 120_000,
      bank: 880_000,
      transit: 0,
      expense: 120_000,
    });
    expect((await maker.get<{ state: string }>(`/api/v1/payment-batches/${batch.id}`)).body.state).toBe("settled");
  });

  it("pays a claim once, however many batches are made together", async () => {
    const claim = await aPayable();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        maker.post("/api/v1/payment-batches", { sourceId: source, claimIds: [claim.id] }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(5);
  });

  it("that is cancelled before release gives its claims back", async () => {
    const claim = await aPayable();
    const batch = await make([claim]);
    expect((await step(maker, batch, "cancellation", { reason: "金额有误" })).status).toBe(200);
    expect(await state(claim)).toBe("payable");
    expect((await make([claim])).count).toBe(1);
  });

  it("is neither made nor released by who reviewed one of its claims", async () => {
    const claim = await aPayable(120_000, { firstOfficer: releaser.accountId });
    const batch = await make([claim]);
    await step(maker, batch, "submission");
    expect((await step(releaser, batch, "release")).body.code).toBe("payer-is-reviewer");
    const own = await aPayable(120_000, { firstOfficer: maker.accountId });
    const refused = await maker.post("/api/v1/payment-batches", { sourceId: source, claimIds: [own.id] });
    expect([refused.status, refused.body.code]).toEqual([403, "payer-is-reviewer"]);
  });

  it("is refused where the account does not hold its sum", async () => {
    const claims = [await aPayable(400_000), await aPayable(400_000)];
    await app.work(async (context) => {
      const { book } = await import("./ledger.ts");
      await book(context, [
        {
          movement: "sent",
          sourceId: source,
          amountFen: 500_000,
          postedOn: "2020-06-30",
          key: randomUUID(),
          note: "他批在途",
        },
      ]);
    });
    const batch = await make(claims);
    await step(maker, batch, "submission");
    expect((await step(releaser, batch, "release")).body.code).toBe("balance-exhausted");
    expect((await maker.get<{ state: string }>(`/api/v1/payment-batches/${batch.id}`)).body.state).toBe("submitted");
  });
});

describe("the bank's return", () => {
  it("twice, and twice in itself, books once", async () => {
    const batch = await sent([await aPayable()]);
    const once = [line(batch, 1, "paid")];
    expect((await maker.post("/api/v1/bank-returns", { lines: [...once, ...once] })).body).toMatchObject({
      paid: 1,
      repeated: 1,
    });
    expect((await maker.post("/api/v1/bank-returns", { lines: once })).body).toMatchObject({ paid: 0, repeated: 1 });
    expect(await money()).toMatchObject({ spent: 120_000, expense: 120_000, transit: 0 });
  });

  it("from two officers at once books once", async () => {
    const batch = await sent([await aPayable()]);
    const answers = await Promise.all(
      [maker, releaser].map((client) =>
        client.post<{ paid: number }>("/api/v1/bank-returns", { lines: [line(batch, 1, "paid")] }),
      ),
    );
    expect(answers.map((answer) => answer.body.paid).toSorted()).toEqual([0, 1]);
  });

  it("with another amount is set aside and books nothing", async () => {
    const batch = await sent([await aPayable()]);
    const answer = await maker.post("/api/v1/bank-returns", {
      lines: [line(batch, 1, "paid", { amountFen: 119_999 })],
    });
    expect(answer.body).toMatchObject({ paid: 0, setAside: [{ reason: expect.stringContaining("金额与付款不符") }] });
    expect(await money()).toMatchObject({ transit: 120_000, expense: 0 });
  });

  it("after arrival puts the promise back, and the claim is paid anew", async () => {
    const claim = await aPayable();
    const batch = await sent([claim]);
    await maker.post("/api/v1/bank-returns", { lines: [line(batch, 1, "paid")] });
    await maker.post("/api/v1/bank-returns", {
      lines: [line(batch, 1, "returned", { on: "2020-07-05", reason: "账户已注销" })],
    });
    expect(await money()).toMatchObject({ reserved: 120_000, spent: 0, bank: 1_000_000, expense: 0 });
    const again = await sent([claim]);
    await maker.post("/api/v1/bank-returns", { lines: [line(again, 1, "paid")] });
    expect(await state(claim)).toBe("paid");
    expect(await money()).toMatchObject({ reserved: 0, spent: 120_000, expense: 120_000 });
  });

  it("comes as a file too, and a bad row stops it whole", async () => {
    const batch = await sent([await aPayable()]);
    const header = "付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因\r\n";
    const bad = await upload(`${header}${batch.number}-00001,1200.00,不详,2020-07-02,R-${batch.number},\r\n`);
    expect([bad.statusCode, bad.json().code]).toEqual([422, "rows-need-correction"]);
    expect(bad.json().errors[0].detail).toContain("第 2 行");
    const good = await upload(`${header}${batch.number}-00001,1200.00,成功,2020-07-02,R-${batch.number},\r\n`);
    expect(good.json()).toMatchObject({ paid: 1 });
  });
});

describe("what was paid wrongly", () => {
  it("is demanded back, and comes back to its source by another officer's word", async () => {
    const claim = await aPayable();
    const batch = await sent([claim]);
    await maker.post("/api/v1/bank-returns", { lines: [line(batch, 1, "paid")] });
    const reviewer = await app.as("reviewer");
    const demand = (amountFen: number) =>
      reviewer.post<{ id: string }>(`/api/v1/claims/${claim.id}/clawbacks`, { amountFen, reason: "培训课时不实" });
    expect((await demand(120_001)).body.code).toBe("clawback-exceeds-payment");
    const { body } = await demand(120_000);
    expect(await state(claim)).toBe("recovering");
    expect(
      (await maker.post(`/api/v1/clawbacks/${body.id}/repayment`, { on: "2020-07-20", voucher: "收-9" })).status,
    ).toBe(200);
    expect(await state(claim)).toBe("recovered");
    expect(await money()).toEqual({
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
    const claim = await aPayable();
    const batch = await sent([claim]);
    await maker.post("/api/v1/bank-returns", { lines: [line(batch, 1, "paid")] });
    for (let n = 0; n < 2; n += 1) {
      await app.work((context) => context.emit("claim-recovery-due", { claimId: claim.id, recoverFen: 50_000 }));
      await app.drain();
    }
    const demands = await app.services.database
      .selectFrom("clawback")
      .selectAll()
      .where("claim_id", "=", claim.id)
      .execute();
    expect(demands).toMatchObject([{ amount_fen: 50_000, demanded_by: claim.secondOfficer, due_on: "2020-07-31" }]);
    expect(await state(claim)).toBe("recovering");
  });
});

describe("money set aside", () => {
  it("is refused in words where the quota does not reach", async () => {
    await aPayable(900_000);
    const claim = await aClaim(app, { state: "first-passed", amountFen: 200_000, sourceId: source });
    await expect(
      app.work((context) =>
        reserveClaims(context, [
          { id: claim.id, number: claim.number, sourceId: source, amountFen: 200_000, region: COUNTY },
        ]),
      ),
    ).rejects.toMatchObject({ code: "quota-exhausted", message: expect.stringContaining("1,000.00 元") });
  });
  it("comes back when an objection is upheld, and can be set aside again", async () => {
    const claim = await aPayable();
    const asked = { id: claim.id, number: claim.number, sourceId: source, amountFen: 120_000, region: COUNTY };
    await app.work((context) => releaseClaim(context, asked));
    await app.work((context) => releaseClaim(context, asked));
    expect(await money()).toMatchObject({ available: 1_000_000, reserved: 0 });
    await app.work((context) => reserveClaims(context, [asked]));
    expect(await money()).toMatchObject({ available: 880_000, reserved: 120_000 });
  });
});

describe("the books", () => {
  it("show for any period what was, what moved and what is", async () => {
    await sent([await aPayable()]);
    const { body } = await maker.get<{
      accounts: { code: string; openingFen: number; debitFen: number; creditFen: number; closingFen: number }[];
    }>(`/api/v1/fund/sources/${source}/statement?from=2020-07-01&to=2020-07-31`);
    const bank = body.accounts.find((account) => account.code === "bank");
    expect(bank).toMatchObject({ openingFen: 1_000_000, debitFen: 0, creditFen: 120_000, closingFen: 880_000 });
  });

  it("keep every promise after all of this", async () => {
    expect((await ledgerVerifier.run(app.services)).differences).toEqual([]);
  });

  it.skipIf(spawnSync("hledger", ["--version"]).error !== undefined)("pass hledger's own check", async () => {
    const batch = await sent([await aPayable(), await aPayable()]);
    await maker.post("/api/v1/bank-returns", {
      lines: [line(batch, 1, "paid"), line(batch, 2, "returned", { reason: "户名不符; 请核对" })],
    });
    const journal = await maker.get(`/api/v1/fund/sources/${source}/journal`);
    const file = path.join(await mkdtemp(path.join(tmpdir(), "journal-")), "books.journal");
    await writeFile(file, String(journal.body));
    const environment = { env: { ...process.env, LC_ALL: "C.UTF-8" }, encoding: "utf8" as const };
    expect(spawnSync("hledger", ["-f", file, "check", "--strict", "ordereddates"], environment)).toMatchObject({
      status: 0,
    });
    expect(spawnSync("hledger", ["-f", file, "bal", "资金:财政专户存款"], environment).stdout).toContain("8800.00");
  });
});
