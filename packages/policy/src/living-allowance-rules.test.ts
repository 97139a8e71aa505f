import { expect, test } from "vitest";
import { adjudicate } from "./adjudicate.ts";
import { compilePolicy } from "./compile.ts";
import { loadPolicy } from "./versions.ts";
import type { Case } from "./types.ts";

/** Other places' terms for a living allowance, written with the grammar alone: once a year, a ceiling, and half below some days. */
const { rules } = loadPolicy("rugao-2019@2.0.0");

function withTerms(tests: object[], steps: object[]) {
  const benefits = rules.benefits.map((benefit) =>
    benefit.id === "living-allowance" && benefit.amount.kind === "steps"
      ? {
          ...benefit,
          tests: [...benefit.tests, ...tests],
          amount: { ...benefit.amount, steps: [...benefit.amount.steps, ...steps] },
        }
      : benefit,
  );
  return compilePolicy({ ...rules, benefits }, "sha256:other-terms");
}

const days = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `2020-03-${String(at + 2).padStart(2, "0")}`);

const learner = (attended: number, more: Partial<Case> = {}): Case => ({
  id: "learner",
  benefit: "living-allowance",
  appliedOn: "2020-06-15",
  person: { groups: ["registered-unemployed", "hard-to-employ"], unemploymentBenefit: [] },
  training: { from: "2020-03-02", to: "2020-03-31", attendedDays: days(attended) },
  history: [],
  parameters: { "livingAllowance.perDayFen": 5_000 },
  ...more,
});

/** An allowance granted on that day. */
const before = (on: string): Partial<Case> => ({
  history: [
    { benefit: "living-allowance", occupation: null, level: null, on, employer: null, months: 0, from: on, to: on },
  ],
});

test("ten days of 50 yuan under a ceiling of 400 are 400, and the line says so", () => {
  const policy = withTerms(
    [],
    [{ kind: "at-most", step: "cap", clause: "五.2", quantity: { kind: "money", fen: 40_000 } }],
  );
  const decision = adjudicate(policy, learner(10));
  expect(decision).toMatchObject({ outcome: "granted", amountFen: 40_000 });
  expect(decision.computation.map(({ step, fen, value }) => [step, fen ?? value])).toEqual([
    ["per-day", 5_000],
    ["days", 10],
    ["cap", 40_000],
    ["amount", 40_000],
  ]);
  expect(adjudicate(policy, learner(6)).amountFen).toBe(30_000);
});

test("half below ten days: eight days of 50 yuan are 200, ten are 500, and the line says the rate", () => {
  const [, times] = rules.benefits.flatMap(({ id, amount }) =>
    id === "living-allowance" && amount.kind === "steps" ? amount.steps : [],
  );
  const counted = times?.kind === "times" ? times.quantity : null;
  const half = { kind: "percent", percent: 50 };
  const whole = { kind: "percent", percent: 100 };
  const policy = withTerms(
    [],
    [
      {
        kind: "rate",
        step: "few-days",
        clause: "五.2",
        rate: { kind: "rate-below", quantity: counted, bound: 10, below: half, otherwise: whole },
      },
    ],
  );
  const decision = adjudicate(policy, learner(8));
  expect(decision).toMatchObject({ outcome: "granted", amountFen: 20_000 });
  expect(decision.computation.map(({ step, fen, value }) => [step, fen ?? value])).toEqual([
    ["per-day", 5_000],
    ["days", 8],
    ["few-days", 0.5],
    ["amount", 20_000],
  ]);
  expect(adjudicate(policy, learner(9)).amountFen).toBe(22_500);
  expect(adjudicate(policy, learner(10)).amountFen).toBe(50_000);
});

test("once a year: the second class of the year is refused, the next year's is not", () => {
  const once = {
    id: "once-a-year",
    clause: "五.2",
    title: "一年一次",
    rule: { kind: "history-limit", benefits: ["living-allowance"], per: "calendar-year", fewerThan: 1 },
  };
  const policy = withTerms([once], []);
  expect(adjudicate(policy, learner(10, before("2020-01-20"))).outcome).toBe("refused");
  expect(adjudicate(policy, learner(10, before("2019-12-20"))).outcome).toBe("granted");
});
