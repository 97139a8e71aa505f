import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNTY, createTestApp, type TestApp } from "../../test/index.ts";
import { MOVEMENTS, type AccountCode, type Movement } from "./chart.ts";
import { balances, book, openSource, type Booking } from "./ledger.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T02:00:00Z" });
});
afterAll(() => app.close());

const aSource = () =>
  app.work((context) =>
    openSource(context, {
      code: `S-${randomUUID().slice(0, 8)}`,
      name: "示例专项资金",
      region: COUNTY,
      openedOn: "2020-01-01",
      drawOrder: 1,
    }),
  );

const movement = (sourceId: string, kind: Movement, amountFen: number, key: string = randomUUID()): Booking => ({
  movement: kind,
  sourceId,
  amountFen,
  postedOn: "2020-06-01",
  key,
  note: "测试",
});

const post = (...bookings: Booking[]) => app.work((context) => book(context, bookings));

/** Expected effect of each movement on the balances, stated independently of the code's chart of accounts. */
const EFFECT: Record<Movement, Partial<Record<AccountCode, 1 | -1>>> = {
  "quota-issued": { available: 1 },
  "quota-withdrawn": { available: -1 },
  reserved: { available: -1, reserved: 1 },
  released: { available: 1, reserved: -1 },
  spent: { reserved: -1, spent: 1 },
  unspent: { reserved: 1, spent: -1 },
  recovered: { available: 1, spent: -1 },
  funded: { bank: 1 },
  interest: { bank: 1 },
  "funded-undone": { bank: -1 },
  "interest-undone": { bank: -1 },
  sent: { bank: -1, transit: 1 },
  paid: { transit: -1, expense: 1 },
  bounced: { bank: 1, transit: -1 },
  "returned-late": { bank: 1, expense: -1 },
  repaid: { bank: 1, expense: -1 },
};
const COUNTED = ["available", "reserved", "spent", "bank", "transit", "expense"] as const;

describe("any sequence of movements", () => {
  it("leaves the balances a person would count, refuses what would go below zero, and writes nothing of the refused", async () => {
    const step = fc.record({
      kind: fc.constantFrom(...(Object.keys(MOVEMENTS) as Movement[])),
      amountFen: fc.integer({ min: 1, max: 5_000 }),
      repeat: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const source = await aSource();
        const model: Record<string, number> = Object.fromEntries(COUNTED.map((code) => [code, 0]));
        await post(movement(source, "quota-issued", 10_000), movement(source, "funded", 10_000));
        model.available = 10_000;
        model.bank = 10_000;
        for (const { kind, amountFen, repeat } of steps) {
          const after = { ...model };
          for (const [code, sign] of Object.entries(EFFECT[kind])) after[code] = (after[code] ?? 0) + sign * amountFen;
          const possible = COUNTED.every((code) => (after[code] ?? 0) >= 0);
          const booking = movement(source, kind, amountFen);
          const booked = await post(booking).then(
            () => true,
            () => false,
          );
          expect(booked).toBe(possible);
          if (possible) Object.assign(model, after);
          // Booking the same fact again changes nothing.
          const again = possible && repeat ? await post(booking) : new Set();
          expect([...again]).toEqual([]);
        }
        const { quota, cash } = await balances(app.services.database, source);
        expect({ ...quota, ...cash }).toMatchObject(model);
        expect((quota.available ?? 0) + (quota.reserved ?? 0) + (quota.spent ?? 0)).toBe(-(quota.issued ?? 0));
        expect((cash.bank ?? 0) + (cash.transit ?? 0) + (cash.expense ?? 0)).toBe(
          -((cash.funding ?? 0) + (cash.interest ?? 0)),
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe("the last yuan", () => {
  it("goes to one of two who reserve it together", async () => {
    const source = await aSource();
    await post(movement(source, "quota-issued", 100_000));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => post(movement(source, "reserved", 60_000))),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect((await balances(app.services.database, source)).quota).toMatchObject({
      available: 40_000,
      reserved: 60_000,
    });
  });
});

describe("a booking", () => {
  it("dated back counts in the periods it belongs to", async () => {
    const source = await aSource();
    await post({ ...movement(source, "funded", 700), postedOn: "2020-05-01" }, movement(source, "funded", 300));
    await post({ ...movement(source, "interest", 50), postedOn: "2020-03-21" });
    expect((await balances(app.services.database, source, "2020-05-31")).cash.bank).toBe(750);
    expect((await balances(app.services.database, source)).cash.bank).toBe(1_050);
  });
  it.each([0, -5, 1.5, Number.NaN])("of %s fen is refused before it reaches the database", async (amount) => {
    await expect(post(movement(await aSource(), "funded", amount))).rejects.toThrow(RangeError);
  });
});
