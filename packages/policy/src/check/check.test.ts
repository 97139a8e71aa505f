import { describe, expect, test } from "vitest";
import type { Claiming } from "../claiming.ts";
import { compilePolicy } from "../compile.ts";
import { loadCasesOf, loadPolicy } from "../versions.ts";
import { dropAt, setAt } from "../pointer.ts";
import { checkPolicy } from "./index.ts";

const { rules, claiming } = loadPolicy("rugao-2019@1.0.0");
const files = loadCasesOf("rugao-2019@1.0.0");

function at(benefit: string): string {
  return `/benefits/${rules.benefits.findIndex(({ id }) => id === benefit)}`;
}

function errors(changed: unknown): string[] {
  return checkPolicy(compilePolicy(changed, "sha256:changed", [...claiming.values()]), files)
    .filter(({ severity }) => severity === "error")
    .map(({ kind, where }) => `${kind} ${where}`);
}

describe("checkPolicy finds, of how benefits are asked for,", () => {
  const policy = loadPolicy("rugao-2019@1.0.0");
  const problems = (benefit: string, change: Partial<Claiming> | null): string[] => {
    const changed = [...claiming.values()].flatMap((one) =>
      one.benefit !== benefit ? [one] : change === null ? [] : [{ ...one, ...change }],
    );
    return checkPolicy(compilePolicy(policy.rules, policy.digest, changed), files)
      .filter(({ kind }) => kind === "claiming")
      .map(({ where, message }) => `${where}：${message}`);
  };

  test.each<[string, string, Partial<Claiming> | null, string]>([
    ["a benefit that says nothing", "pre-job", null, "没有写怎么申请"],
    ["stages that its amount has not", "pre-job", { stages: ["advance"] }, "申请阶段"],
    ["stages left out", "apprenticeship", { stages: [] }, "申请阶段"],
    ["a class's claim on a certificate", "order-class", { evidence: "certificate" }, "按班申请的凭培训班"],
    ["a person who asks for a class", "order-class", { by: ["person"] }, "按班申请的不由本人申请"],
    [
      "a claim beside the class's for nobody in particular",
      "skill-upgrade",
      { prepared: { kind: "beside" } },
      "人员类别",
    ],
    [
      "a way to classes that nobody files",
      "pre-job",
      { wayOn: { kind: "classes", how: "去", action: "去", benefit: "degree-award" } },
      "不开班",
    ],
  ])("%s", (_name, benefit, change, message) => {
    expect(problems(benefit, change)).toEqual([expect.stringContaining(message)]);
  });

  test("nothing in the package as it is", () => {
    expect(problems("", {})).toEqual([]);
  });
});

describe("checkPolicy finds", () => {
  test("a clause, a reading or a chosen reading that is not there", () => {
    expect(errors(setAt(rules, `${at("pre-job")}/tests/0/clause`, "九.9"))).toContain(
      "reference pre-job/contract-one-year",
    );
    expect(errors(setAt(rules, `${at("pre-job")}/tests/1/interpretations`, ["nowhere"]))).toContain(
      "reference pre-job/within-twelve-months",
    );
    expect(errors(setAt(rules, "/interpretations/0/chosen", "neither"))).toContain("reference shortage-uplift");
  });

  test("a parameter without a value for part of the effective period, or with two", () => {
    const values = "/parameters/0/values";
    const value = { value: 0.5, source: "x" };
    expect(errors(setAt(rules, values, []))).toContain("parameter onlineHours.ratio");
    expect(errors(setAt(rules, values, [{ ...value, from: "2020-01-01" }]))).toContain("parameter onlineHours.ratio");
    expect(errors(setAt(rules, values, [{ ...value, to: "2021-12-30" }]))).toContain("parameter onlineHours.ratio");
    const split = [
      { ...value, to: "2020-06-30" },
      { ...value, from: "2020-07-02" },
    ];
    expect(errors(setAt(rules, values, split))).toContain("parameter onlineHours.ratio");
    const twice = [
      { ...value, to: "2020-07-01" },
      { ...value, from: "2020-07-01" },
    ];
    expect(errors(setAt(rules, values, twice))).toContain("parameter onlineHours.ratio");
    const whole = [
      { ...value, to: "2020-06-30" },
      { ...value, from: "2020-07-01" },
    ];
    expect(errors(setAt(rules, values, whole))).toEqual([]);
  });

  test("tests that contradict each other, or can never refuse", () => {
    const tests = `${at("skill-upgrade")}/tests`;
    const another = { id: "another", clause: "四.4", title: "x", rule: {} };
    const contradicting = { kind: "compare", fact: "/insurance/unemploymentMonths", is: "less-than", bound: 12 };
    expect(errors(setAt(rules, `${tests}/6`, { ...another, rule: contradicting }))).toContain(
      "contradiction skill-upgrade/another",
    );
    const weaker = { kind: "compare", fact: "/insurance/unemploymentMonths", is: "at-least", bound: 6 };
    expect(errors(setAt(rules, `${tests}/6`, { ...another, rule: weaker }))).toContain(
      "unreachable skill-upgrade/another",
    );
    const kinds = { kind: "one-of", fact: "/certificate/kind", values: ["completion"] };
    expect(errors(setAt(rules, `${tests}/6`, { ...another, rule: kinds }))).toContain(
      "contradiction skill-upgrade/another",
    );
  });

  test("a value that passes the tests and has no amount, and one that has two", () => {
    const options = `${at("apprenticeship")}/amount/stages/0/steps/0/quantity/options`;
    expect(errors(dropAt(rules, `${options}/0`))).toContain("gap apprenticeship/apprenticeship/targetLevel");
    expect(errors(dropAt(rules, `${at("apprenticeship")}/amount/stages/0`))).toContain("gap apprenticeship/stage");
    const shortage = `${at("pre-job")}/amount/steps/1/rate/options`;
    expect(errors(dropAt(rules, `${shortage}/1`))).toContain("gap pre-job/standard/shortage");
    expect(errors(setAt(rules, `${shortage}/2`, { is: true, rate: { kind: "percent", percent: 1 } }))).toContain(
      "overlap pre-job",
    );
  });

  test("worked cases that come out otherwise", () => {
    const changed = errors(setAt(rules, `${at("order-class")}/tests/1/rule/bound`, 21));
    expect(changed).toEqual(["worked-case order-class “恰好二十人”"]);
  });
});
