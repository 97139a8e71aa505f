import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { balances, openSource, reserveClaims } from "../fund/index.ts";
import { COUNTY, createTestApp, type TestApp, type TestClient } from "./app.ts";
import { aClaim, type BuiltClaim } from "./claim-builders.ts";
import { aPayeeAccount } from "./payment-builders.ts";
import { aPerson } from "./people-builders.ts";

/** A batch, for its maker. */
export interface MadeBatch {
  id: string;
  number: string;
  count: number;
  totalFen: number;
}

const step = (client: TestClient, batch: MadeBatch, what: string, body: unknown = {}) =>
  client.post(`/api/v1/payment-batches/${batch.id}/${what}`, body);

/** Two finance officers and, new for each test, a source with 10,000 yuan of quota and cash, both by voucher. */
export function paymentDesk() {
  let app: TestApp;
  let maker: TestClient;
  let releaser: TestClient;
  let source = "";
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-07-01T02:00:00Z" });
    [maker, releaser] = await Promise.all([app.as("finance"), app.as("finance")]);
  });
  afterAll(() => app.close());
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
    for (const movement of ["quota-issued", "funded"])
      await maker.post(`/api/v1/fund/sources/${source}/movements`, {
        movement,
        amountFen: 1_000_000,
        postedOn: "2020-06-01",
        voucher: "拨-1",
      });
  });

  /** A payable claim with reserved money, whose person has a payee account. */
  async function aPayable(amountFen = 120_000, officers: { firstOfficer?: string } = {}): Promise<BuiltClaim> {
    const person = await aPerson(app);
    await aPayeeAccount(app, { personId: person.id });
    const claim = await aClaim(app, { personId: person.id, amountFen, sourceId: source, ...officers });
    await app.work((context) =>
      reserveClaims(context, [{ id: claim.id, number: claim.number, sourceId: source, amountFen, region: COUNTY }]),
    );
    return claim;
  }

  const make = async (claims: BuiltClaim[]): Promise<MadeBatch> =>
    (
      await maker.post<MadeBatch>("/api/v1/payment-batches", {
        sourceId: source,
        claimIds: claims.map((claim) => claim.id),
      })
    ).body;
  return {
    get app() {
      return app;
    },
    get maker() {
      return maker;
    },
    get releaser() {
      return releaser;
    },
    get source() {
      return source;
    },
    aPayable,
    make,
    step,
    /** A batch sent to the bank. */
    async sent(claims: BuiltClaim[]): Promise<MadeBatch> {
      const batch = await make(claims);
      await step(maker, batch, "submission");
      await step(releaser, batch, "release");
      await step(maker, batch, "dispatch");
      return batch;
    },
    state: async (claim: BuiltClaim): Promise<string> =>
      (
        await app.services.database
          .selectFrom("claim")
          .select("state")
          .where("id", "=", claim.id)
          .executeTakeFirstOrThrow()
      ).state,
    /** Balances that a payment changes. */
    async money() {
      const { quota, cash } = await balances(app.services.database, source);
      return {
        available: quota.available,
        reserved: quota.reserved,
        spent: quota.spent,
        bank: cash.bank,
        transit: cash.transit,
        expense: cash.expense,
      };
    },
  };
}

/** One line of the bank's return. */
export const bankLine = (batch: MadeBatch, n: number, outcome: "paid" | "returned", more: object = {}) => ({
  paymentNumber: `${batch.number}-${String(n).padStart(5, "0")}`,
  outcome,
  amountFen: 120_000,
  on: "2020-07-01",
  bankReference: `${batch.number}/${n}`,
  ...more,
});
