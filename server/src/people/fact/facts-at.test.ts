import { civilDate } from "@jinengtong/standards";
import { describe, expect, test } from "vitest";
import { Fact } from "./fact-kinds.ts";
import { assemble } from "./facts-at.ts";

const on = civilDate("2020-06-01");
const facts = (...given: unknown[]) => given.map((fact) => Fact.parse(fact));

describe("the facts that hold on a date", () => {
  test("nothing recorded: everything stays absent, for the rules to ask", () => {
    expect(assemble([], on)).toEqual({ person: {} });
  });

  test.each([
    [
      "就业",
      { kind: "employment", value: { from: "2020-01-05", employed: true, contractMonths: 12, hiredOn: "2020-01-05" } },
      { person: {}, employment: { employed: true, contractMonths: 12, hiredOn: "2020-01-05" } },
    ],
    ["已离职", { kind: "employment", value: { from: "2019-01-05", to: "2020-05-31", employed: true } }, { person: {} }],
    ["以后才就业", { kind: "employment", value: { from: "2020-06-02", employed: true } }, { person: {} }],
    [
      "社保",
      { kind: "insurance", value: { asOf: "2020-05-31", unemploymentMonths: 14, pensionPaidNow: false } },
      { person: {}, insurance: { unemploymentMonths: 14, pensionPaidNow: false } },
    ],
    ["以后统计的社保", { kind: "insurance", value: { asOf: "2020-07-31", unemploymentMonths: 16 } }, { person: {} }],
    [
      "养老金",
      { kind: "pension", value: { from: "2020-06-01", monthlyPension: true } },
      { person: { monthlyPension: true } },
    ],
    [
      "没有失业金",
      { kind: "unemployment-benefit", value: { asOf: "2020-06-30", periods: [] } },
      { person: { unemploymentBenefit: [] } },
    ],
    [
      "学历",
      { kind: "degree", value: { level: "college", obtainedOn: "2020-05-30" } },
      { person: {}, degree: { level: "college", obtainedOn: "2020-05-30" } },
    ],
    [
      "培训需求",
      { kind: "training-need", value: { from: "2020-01-01", trainingNeed: true } },
      { person: { trainingNeed: true } },
    ],
  ])("%s", (_what, fact, expected) => {
    expect(assemble(facts(fact), on)).toEqual(expected);
  });

  test("of two jobs the later one counts; of two counts of months the newer", () => {
    const held = assemble(
      facts(
        { kind: "employment", value: { from: "2020-03-01", employed: true, contractMonths: 24 } },
        { kind: "employment", value: { from: "2019-03-01", employed: true, contractMonths: 12 } },
        { kind: "insurance", value: { asOf: "2020-05-31", pensionMonths: 20 } },
        { kind: "insurance", value: { asOf: "2020-04-30", pensionMonths: 19 } },
      ),
      on,
    );
    expect(held.employment?.contractMonths).toBe(24);
    expect(held.insurance?.pensionMonths).toBe(20);
  });
});
