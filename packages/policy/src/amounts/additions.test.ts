/** Amounts of the third part of the grammar against its reference, case by case. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { adjudicate } from "../adjudicate.ts";
import { describeBenefit } from "../describe.ts";
import { boundedRate, byDays, cappedProduct, partBelow } from "../reference/additions.ts";
import { money, start, always, programme, paid, standard } from "../test/added-programme.ts";
import { counterexample } from "../test/counterexample.ts";
import type { Case } from "../types.ts";

vi.setConfig({ testTimeout: 60_000 });

/** So much a day, and half of it below a number of days. */
const halfBelow = (bound: unknown): object[] => [
  start(money(5_001)),
  { kind: "times", step: "days", quantity: { kind: "fact", fact: "/workForTraining/days" } },
  {
    kind: "rate",
    step: "few-days",
    rate: {
      kind: "rate-below",
      quantity: { kind: "fact", fact: "/workForTraining/days" },
      bound,
      below: { kind: "percent", percent: 50 },
      otherwise: { kind: "percent", percent: 100 },
    },
  },
];

describe("amounts come out as the reference says", () => {
  const fen = fc.constantFrom(0, 1, 99, 100, 29_999, 30_000, 30_001, 799_999, 800_001, 1_234_567);
  const whole = fc.integer({ min: 0, max: 300 });
  const percent = {
    parameters: [
      {
        name: "float.rate",
        label: "浮动比例",
        clause: "第五条",
        type: { kind: "percent" },
        supplied: "place",
        description: "上下浮动",
        values: [],
      },
    ],
  };

  test("a floor and a ceiling after a rate that a parameter gives", () => {
    const policy = programme(
      always,
      [
        start({ kind: "fact", fact: "/standard/trainingFen" }),
        { kind: "rate", step: "float", rate: { kind: "parameter-rate", name: "float.rate" } },
        { kind: "at-least", step: "floor", quantity: money(30_000) },
        { kind: "at-most", step: "ceiling", quantity: money(800_000) },
      ],
      percent,
    );
    const property = fc.property(
      fen,
      whole,
      (trainingFen, rate) =>
        paid(policy, { standard: { trainingFen }, parameters: { "float.rate": rate } }) ===
        boundedRate(trainingFen, rate, 30_000, 800_000),
    );
    expect(counterexample(property, 1000)).toBeNull();
    const { missing } = adjudicate(policy, {
      id: "c",
      benefit: "bonus",
      appliedOn: "2020-01-01",
      insurance: { unemploymentMonths: 1 },
      standard: { trainingFen: 1 },
    });
    expect(missing).toEqual(["parameter:float.rate"]);
    expect(describeBenefit(policy, "bonus").amount[0]?.text).toBe("培训补贴标准 × 浮动比例，最低 300 元，最高 8000 元");
  });

  test("a part below a number of days that the rule or a parameter says", () => {
    const fixed = programme(always, halfBelow(10));
    expect(
      counterexample(
        fc.property(whole, (days) => paid(fixed, { workForTraining: { days } }) === partBelow(5_001, days, 10, 50)),
        500,
      ),
    ).toBeNull();
    expect(describeBenefit(fixed, "bonus").amount[0]?.text).toBe(
      "50.01 元 × 以工代训日数 × 100%，以工代训日数少于 10 的 × 50%",
    );
    const [parameter] = percent.parameters;
    const days = { ...parameter, name: "few.days", label: "日数下限", type: { kind: "count" } };
    const set = programme(always, halfBelow({ kind: "parameter", name: "few.days" }), { parameters: [days] });
    const property = fc.property(whole, whole, (count, bound) => {
      const facts = { workForTraining: { days: count }, parameters: { "few.days": bound } };
      return paid(set, facts) === partBelow(5_001, count, bound, 50);
    });
    expect(counterexample(property, 500)).toBeNull();
    const c: Case = { id: "c", benefit: "bonus", appliedOn: "2020-01-01", insurance: { unemploymentMonths: 1 } };
    expect(adjudicate(set, c).missing).toEqual(["/workForTraining/days", "parameter:few.days"]);
  });

  test("by days", () => {
    const policy = programme(always, [
      start(money(50_001)),
      { kind: "times", step: "days", quantity: { kind: "fact", fact: "/workForTraining/days" } },
      { kind: "divide", step: "month", by: 30, unit: "每月按 30 日" },
    ]);
    const property = fc.property(whole, (days) => paid(policy, { workForTraining: { days } }) === byDays(50_001, days));
    expect(counterexample(property, 500)).toBeNull();
  });

  test("a product inside a ceiling, for each head", () => {
    const policy = programme(always, [
      start({
        kind: "least",
        of: [{ kind: "product", of: [money(3000), { kind: "fact", fact: "/training/offlineHours" }] }, money(100_000)],
      }),
      { kind: "times", step: "heads", quantity: { kind: "fact", fact: "/training/finishers" } },
    ]);
    const property = fc.property(whole, whole, (offlineHours, finishers) => {
      const amount = paid(policy, { training: { offlineHours, finishers } });
      return amount === cappedProduct(3000, offlineHours, 100_000, finishers);
    });
    expect(counterexample(property, 1000)).toBeNull();
    // The published example: 20 hours are 600 yuan, 40 hours 1000.
    expect(paid(policy, { training: { offlineHours: 20, finishers: 100 } })).toBe(6_000_000);
    expect(paid(policy, { training: { offlineHours: 40, finishers: 100 } })).toBe(10_000_000);
  });
});

describe("a value by another day than that of the application", () => {
  const steps = [start({ kind: "parameter", name: "standard.level4Fen" })];
  const c: Case = { id: "c", benefit: "bonus", appliedOn: "2020-01-01", insurance: { unemploymentMonths: 1 } };

  test.each<[string, string, object, object]>([
    [
      "certificate of 2018, old",
      "/certificate/issuedOn",
      { certificate: { issuedOn: "2018-12-31" } },
      { amountFen: 100 },
    ],
    [
      "certificate of 2019, new",
      "/certificate/issuedOn",
      { certificate: { issuedOn: "2019-01-01" } },
      { amountFen: 200 },
    ],
    ["filed in 2018, old", "/training/filedOn", { training: { filedOn: "2018-12-31" } }, { amountFen: 100 }],
    ["day not known", "/training/filedOn", {}, { outcome: "incomplete", missing: ["/training/filedOn"] }],
    [
      "no value on that day",
      "/training/filedOn",
      { training: { filedOn: "2017-01-01" } },
      { missing: ["parameter:standard.level4Fen"] },
    ],
  ])("%s", (_what, by, facts, expected) => {
    expect(adjudicate(programme(always, steps, standard(by)), { ...c, ...facts })).toMatchObject(expected);
  });
});
