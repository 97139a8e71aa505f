/** The third part of the grammar against its reference, case by case. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { adjudicate } from "../adjudicate.ts";
import { compilePolicy, PackageError } from "../compile.ts";
import type { Policy } from "../compile.ts";
import { describeBenefit } from "../describe.ts";
import type { Answer } from "../reference/three-valued.ts";
import {
  ageOnApplication,
  boundedRate,
  byDays,
  cappedProduct,
  noLowerLevel,
  oncePerCourse,
  partBelow,
} from "../reference/additions.ts";
import { dropAt, setAt } from "../pointer.ts";
import { counterexample } from "../test/counterexample.ts";
import type { Case } from "../types.ts";
import { validateCase } from "../validate-case.ts";

vi.setConfig({ testTimeout: 60_000 });

const money = (fen: number): object => ({ kind: "money", fen });
const start = (quantity: object): object => ({ kind: "start", step: "base", quantity });
const always = { kind: "compare", fact: "/insurance/unemploymentMonths", is: "at-least", bound: 0 };

/** A programme of one benefit with the rule and the steps; ids, clauses, groups and courses are of its own. */
function programme(rule: object, steps: object[] = [start(money(100))], more: object = {}): Policy {
  return compilePolicy(
    {
      manifest: {
        id: "small",
        version: "1.0.0",
        title: "小政策",
        issuedBy: "县",
        documentNumber: "1号",
        effective: { from: "2019-01-01" },
        parametersBy: "/appliedOn",
        contract: 3,
        notes: [],
        benefits: ["bonus"],
      },
      clauses: [{ id: "第五条", title: "补贴", summary: "补贴", concerns: [], benefits: ["bonus"], features: [] }],
      vocabulary: {
        groups: { sailor: "船员" },
        courses: { market: "市场营销" },
        grants: { "harbour-grant": "港口补贴" },
      },
      parameters: [],
      interpretations: [],
      benefits: [
        {
          id: "bonus",
          clause: "第五条",
          title: "奖补",
          audience: "人",
          summary: "奖补",
          tests: [{ id: "rule", clause: "第五条", title: "条件", rule }],
          amount: { kind: "steps", steps },
        },
      ],
      ...more,
    },
    "sha256:small",
  );
}

const day = fc.constantFrom(
  ..."2019-02-28 2020-02-28 2020-02-29 2020-03-01 2021-02-28 2021-03-01 2021-12-31".split(" "),
);
const birth = fc.constantFrom(
  ..."1970-02-28 1970-03-01 1976-02-29 1980-02-29 1980-03-01 2000-02-29 2005-03-01".split(" "),
);
const level = fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null });
const occupation = fc.option(fc.constantFrom("6-31-01-03", "6-18-02-04"), { nil: null });
const course = fc.constantFrom("syb", "market");
const some = <T>(model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> =>
  fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<T>;

const cases: fc.Arbitrary<Case> = fc.record(
  {
    id: fc.constant("c"),
    benefit: fc.constant("bonus"),
    appliedOn: day,
    person: some<NonNullable<Case["person"]>>({ birthDate: birth, sex: fc.constantFrom("F", "M") }),
    training: some<NonNullable<Case["training"]>>({ course }),
    certificate: some<NonNullable<Case["certificate"]>>({ level, occupation }),
    history: fc.array(
      some<NonNullable<Case["history"]>[number]>({
        benefit: fc.constantFrom("bonus", "harbour-grant", "on-job"),
        level,
        occupation,
        course: fc.option(course, { nil: null }),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["id", "benefit", "appliedOn"] },
) as fc.Arbitrary<Case>;

/** The engine's verdict, and what it misses, against the reference's; null where they agree on every case. */
function disagreement(policy: Policy, reference: (c: Case) => Answer): string | null {
  const property = fc.property(cases, (c) => {
    const { findings, missing } = adjudicate(policy, setAt(c, "/insurance/unemploymentMonths", 1));
    const { met, missing: expected } = reference(c);
    return (
      validateCase(c, policy).ok &&
      findings[0]?.met === met &&
      [...missing].toSorted().join() === [...new Set(met === null ? expected : [])].toSorted().join() &&
      !/undefined|NaN|null|true|false/u.test(findings[0].because)
    );
  });
  return counterexample(property, 2000);
}

const paid = (policy: Policy, facts: object): unknown =>
  adjudicate(policy, {
    id: "c",
    benefit: "bonus",
    appliedOn: "2020-01-01",
    insurance: { unemploymentMonths: 1 },
    ...facts,
  }).amountFen;

const standard = (by: string): object => ({
  parameters: [
    {
      name: "standard.level4Fen",
      label: "中级工标准",
      clause: "第五条",
      type: { kind: "money" },
      supplied: "package",
      description: "按日期",
      by,
      values: [
        { from: "2018-01-01", to: "2018-12-31", value: 100, source: "旧" },
        { from: "2019-01-01", value: 200, source: "新" },
      ],
    },
  ],
});

const withGroups = (groups: string[]): unknown => ({
  id: "c",
  benefit: "bonus",
  appliedOn: "2020-01-01",
  person: { groups },
});

const BOUNDS = { F: 40, M: 45 };

describe("tests mean what the reference says", () => {
  test.each<[string, object, (c: Case) => Answer]>([
    [
      "an age",
      { kind: "age", on: "/appliedOn", is: "at-least", years: 40 },
      (c) => ageOnApplication(c, "at-least", { F: 40, M: 40 }),
    ],
    [
      "an age not reached",
      { kind: "age", on: "/appliedOn", is: "under", years: 50 },
      (c) => ageOnApplication(c, "under", { F: 50, M: 50 }),
    ],
    [
      "an age by sex",
      { kind: "age", on: "/appliedOn", is: "at-least", years: { kind: "by-sex", ...BOUNDS } },
      (c) => ageOnApplication(c, "at-least", BOUNDS),
    ],
    [
      "an upper age by sex",
      { kind: "age", on: "/appliedOn", is: "under", years: { kind: "by-sex", ...BOUNDS } },
      (c) => ageOnApplication(c, "under", BOUNDS),
    ],
    [
      "not of an age",
      { kind: "not", test: { kind: "age", on: "/appliedOn", is: "at-least", years: 40 } },
      (c) => ageOnApplication(c, "under", { F: 40, M: 40 }),
    ],
    [
      "no lower level after a higher",
      { kind: "no-lower-level", benefits: ["bonus", "harbour-grant"], same: ["occupation"] },
      (c) => noLowerLevel(c, ["bonus", "harbour-grant"]),
    ],
    [
      "once a course",
      { kind: "history-exclusion", benefits: ["bonus"], same: ["course"] },
      (c) => oncePerCourse(c, "bonus"),
    ],
  ])("%s", (_what, rule, reference) => {
    const policy = programme(rule);
    expect(disagreement(policy, reference)).toBeNull();
    expect(describeBenefit(policy, "bonus").tests[0]?.text).not.toMatch(/undefined|NaN|null/u);
  });
});

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

describe("a package's own words", () => {
  const sailors = { kind: "groups", fact: "/person/groups", any: { list: "at-sea" } };
  const lists = { lists: { "at-sea": ["sailor", "veteran"] } };

  test("groups, courses and grants of its own are cases like any other, and have their names", () => {
    const policy = programme(sailors, undefined, lists);
    expect(validateCase(withGroups(["sailor"]), policy).ok).toBe(true);
    expect(validateCase(withGroups(["pilot"]), policy)).toMatchObject({ error: { path: "/person/groups/0" } });
    expect(describeBenefit(policy, "bonus").tests[0]?.text).toBe("是船员或退役军人");
  });

  test.each<[string, object, object, string]>([
    ["a list that isn't there", { ...sailors, any: { list: "at-see" } }, lists, "没有共用名单 at-see；是不是 at-sea？"],
    ["a list that doesn't fit", sailors, { lists: { "at-sea": [5] } }, "名单放在此处不合：应为字符串"],
    ["a group that isn't there", { ...sailors, any: ["sailer"] }, lists, "没有人员类别 sailer；是不是 sailor？"],
    [
      "a benefit that isn't there",
      { kind: "history-exclusion", benefits: ["bonos"], same: [] },
      {},
      "没有补贴 bonos；是不是 bonus？",
    ],
  ])("refuses %s", (_what, rule, more, message) => {
    expect(() => programme(rule, undefined, more)).toThrow(PackageError);
    expect(() => programme(rule, undefined, more)).toThrow(message);
  });

  test("a programme without them compiles to the same as before", () => {
    expect(dropAt(programme(always).rules, "/vocabulary").lists).toBeUndefined();
  });
});
