import { describe, expect, it } from "vitest";
import { bestShare, exact, rounded, scoreOf, sheetFaults, type ScoreSheet } from "./index.ts";

/** The published index of training institutions of Shanghai, 2014: factor(B) × A + C. */
const index: ScoreSheet = {
  code: "index",
  version: "1.0.0",
  title: "信用指数",
  source: "示例",
  from: "2026-01-01",
  sections: [
    { code: "a", title: "条件与质量", points: 100 },
    { code: "b", title: "守法与诚信", points: 100 },
    { code: "c", title: "成果与荣誉", points: 7 },
  ],
  indicators: (["a", "b", "c"] as const).map((code) => ({
    code,
    section: code,
    title: code,
    points: code === "c" ? 7 : 100,
    scoring: { kind: "add", each: 1 },
  })),
  total: {
    kind: "factor",
    factor: "b",
    times: "a",
    plus: "c",
    denominator: 200,
    bands: [
      { least: 75, base: 126, slope: 1 },
      { least: 60, base: 200, slope: 0 },
      { least: 0, base: 0, slope: 2 },
    ],
  },
  grades: [
    { code: "a", title: "A", least: 100 },
    { code: "b", title: "B", least: 85 },
    { code: "c", title: "C", least: 60 },
    { code: "fail", title: "不合格", least: 0 },
  ],
};

const done = (values: Record<string, number>) =>
  new Map(Object.entries(values).map(([code, value]) => [code, { done: value }]));

describe("credit index (I2)", () => {
  it.each([
    { a: 90, b: 90, c: 3, total: 100.2, grade: "a" },
    { a: 90, b: 70, c: 3, total: 93, grade: "b" },
    { a: 95, b: 50, c: 5, total: 52.5, grade: "fail" },
    { a: 100, b: 74, c: 0, total: 100, grade: "a" },
    { a: 100, b: 75, c: 0, total: 100.5, grade: "a" },
    // Unrounded: 99.996 shows as 100.00 and is no A.
    { a: 92.58888, b: 90, c: 0, total: 100, grade: "b" },
  ])("A $a, B $b, C $c is $total: $grade", ({ total, grade, ...values }) => {
    const scored = scoreOf(index, done(values));
    expect({ total: scored.shown, grade: scored.grade }).toEqual({ total, grade });
  });

  it("gives no grade while a fact is absent, and names it", () => {
    const scored = scoreOf(index, done({ a: 100, b: 100 }));
    expect(scored.missing).toEqual(["c"]);
    expect(scored.grade).toBeUndefined();
  });
});

/** One indicator alone. */
const single = (points: number, scoring: ScoreSheet["indicators"][number]["scoring"], target?: number): ScoreSheet => ({
  ...index,
  sections: [{ code: "a", title: "指标", points }],
  indicators: [{ code: "a", section: "a", title: "指标", points, scoring, ...(target !== undefined && { target }) }],
  total: { kind: "sum" },
});

const scoreBy = (rule: ScoreSheet["indicators"][number]["scoring"], value: number) =>
  scoreOf(single(10, rule), done({ a: value })).shown;

describe("self-evaluation (I3)", () => {
  const more = { kind: "share", better: "more" } as const;
  const fewer = { kind: "share", better: "less" } as const;
  it.each([
    {
      name: "54,000 of 60,000 person-times",
      points: 12,
      rule: more,
      target: 60_000,
      value: 54_000,
      score: 10.8,
      reach: 90,
    },
    { name: "cost below target", points: 8, rule: fewer, target: 1167, value: 1050, score: 8, reach: 89.97 },
    { name: "cost above target", points: 8, rule: fewer, target: 1167, value: 1400, score: 6.67, reach: 119.97 },
    {
      name: "46 of 70 million paid",
      points: 10,
      rule: more,
      target: 70_000_000,
      value: 46_000_000,
      score: 6.57,
      reach: 65.71,
    },
    { name: "120 % of target", points: 12, rule: more, target: 100, value: 120, score: 12, reach: 120 },
    { name: "154.74 of 310.2", points: 10, rule: more, target: 310.2, value: 154.74, score: 4.99, reach: 49.88 },
    { name: "640 of 700 trained (E7)", points: 20, rule: more, target: 700, value: 640, score: 18.29, reach: 91.43 },
    {
      name: "all or nothing",
      points: 5,
      rule: { kind: "met", better: "more" } as const,
      target: 50,
      value: 45,
      score: 0,
      reach: 90,
    },
  ])("$name: $score of $points", ({ points, rule, target, value, score, reach }) => {
    const [row] = scoreOf(single(points, rule, target), done({ a: value })).rows;
    expect([row?.score && rounded(row.score), row?.reach]).toEqual([score, reach]);
  });

  it("deducts down to zero, adds up to the points, takes the highest step", () => {
    expect([scoreBy({ kind: "deduct", each: 3 }, 2), scoreBy({ kind: "deduct", each: 3 }, 5)]).toEqual([4, 0]);
    expect([scoreBy({ kind: "add", each: 0.5 }, 3), scoreBy({ kind: "add", each: 3 }, 5)]).toEqual([1.5, 10]);
    const steps = {
      kind: "steps",
      steps: [
        { least: 1000, points: 10 },
        { least: 500, points: 6 },
      ],
    } as const;
    expect([
      scoreBy({ ...steps, steps: [...steps.steps] }, 999),
      scoreBy({ ...steps, steps: [...steps.steps] }, 10),
    ]).toEqual([6, 0]);
  });

  it("keeps a person's word beside the computed points, with its reason", () => {
    const sheet = single(10, more, 100);
    const scored = scoreOf(sheet, new Map([["a", { done: 90, judged: { points: 7, reason: "抽查发现重复计数" } }]]));
    expect(scored.rows[0]).toMatchObject({ done: 90, reach: 90, judged: { points: 7, reason: "抽查发现重复计数" } });
    expect(scored.shown).toBe(7);
    expect(() => scoreOf(sheet, new Map([["a", { done: 90, judged: { points: 7, reason: " " } }]]))).toThrow();
    expect(() => scoreOf(sheet, new Map([["a", { done: 90, judged: { points: 11, reason: "…" } }]]))).toThrow();
  });
});

const scores = (...values: number[]) => values.map((value, key) => ({ key, score: exact(value) }));

describe("best share (E7)", () => {
  it("gives the best tenth of forty at most four places", () => {
    const forty = scores(...Array.from({ length: 40 }, (_, place) => 99 - place));
    expect(bestShare(forty, 0.1)).toEqual({ best: [0, 1, 2, 3], tied: [] });
  });
  it("leaves the last place to a decision where two have its score", () => {
    const forty = scores(99, 98, 97, 90, 90, ...Array.from({ length: 35 }, () => 80));
    expect(bestShare(forty, 0.1)).toEqual({ best: [0, 1, 2], tied: [3, 4] });
  });
});

describe("faults of a sheet", () => {
  it("has none", () => expect(sheetFaults(index)).toEqual([]));
  it.each([
    [
      "points of a section",
      { ...index, sections: index.sections.map((section) => ({ ...section, points: 90 })) },
      "/sections/0/points",
    ],
    ["a code twice", { ...index, indicators: [...index.indicators, index.indicators[0]!] }, "/indicators/3/code"],
    ["a rule by target without one", single(10, { kind: "share", better: "more" }), "/indicators/0/target"],
    ["grades not from high to low", { ...index, grades: index.grades.toReversed() }, "/grades"],
    ["no grade for 0", { ...index, grades: index.grades.slice(0, 2) }, "/grades"],
  ])("names %s", (_, sheet, pointer) => {
    expect(sheetFaults(sheet as ScoreSheet).map((fault) => fault.pointer)).toContain(pointer);
  });
});
