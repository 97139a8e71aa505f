import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { diffPolicies } from "./diff.ts";
import { impact } from "./impact.ts";
import { loadPolicy } from "./versions.ts";
import { dropAt, setAt } from "./pointer.ts";
import type { Case } from "./types.ts";

const before = loadPolicy("rugao-2019@1.0.0");

function at(benefit: string): string {
  return `/benefits/${before.rules.benefits.findIndex(({ id }) => id === benefit)}`;
}

const changed = (pointer: string, value: unknown): ReturnType<typeof compilePolicy> =>
  compilePolicy(setAt(before.rules, pointer, value), "sha256:changed");

describe("diffPolicies", () => {
  test("a policy does not differ from itself", () => {
    expect(diffPolicies(before, before)).toEqual([]);
  });

  test("says what changed in words", () => {
    expect(diffPolicies(before, changed(`${at("order-class")}/tests/1/rule/bound`, 30))).toEqual([
      { where: "order-class", text: "条件“班级人数不少于 20 人”改为“班级人数不少于 30 人”〔四.1〕" },
    ]);
    expect(diffPolicies(before, changed(`${at("degree-award")}/amount/steps/0/quantity/fen`, 200_000))).toEqual([
      { where: "degree-award", text: "金额由“1000 元”改为“2000 元”" },
    ]);
    const without = compilePolicy(dropAt(before.rules, `${at("pre-job")}/tests/3`), "sha256:changed");
    expect(diffPolicies(before, without)).toEqual([
      { where: "pre-job", text: "取消条件“以往没有享受过同一用人单位的以工代训补贴”〔四.2〕" },
    ]);
    expect(diffPolicies(without, before).map(({ text }) => text)).toEqual([
      "增加条件“以往没有享受过同一用人单位的以工代训补贴”〔四.2〕",
    ]);
    expect(diffPolicies(before, changed("/parameters/0/values/0/value", 0.4)).map(({ where }) => where)).toEqual([
      "unemployed-training",
      "parameters",
    ]);
    expect(diffPolicies(before, changed("/interpretations/0/chosen", "add"))[0]?.text).toContain("30 个百分点");
    expect(diffPolicies(before, changed(`${at("pre-job")}/summary`, "另一说法"))).toEqual([
      { where: "pre-job", text: "文字说明有改动，条件和金额不变" },
    ]);
  });

  test("two programmes differ in benefits, parameters and clauses", () => {
    const texts = diffPolicies(before, loadPolicy("example-2025")).map(({ text }) => text);
    expect(texts).toContain("取消订单班补贴");
    expect(texts.some((text) => text.startsWith("施行期间由 2019-12-31"))).toBe(true);
  });
});

function orderClass(id: string, more: Partial<Case> = {}): Case {
  return {
    id,
    benefit: "order-class",
    appliedOn: "2020-06-01",
    training: { institution: { kind: "vocational-school" }, classSize: 25, finishers: 10, costPerHeadFen: 80_000 },
    ...more,
  };
}

describe("impact", () => {
  test("counts changes, winners, losers and money, by benefit", () => {
    const after = changed(`${at("order-class")}/tests/1/rule/bound`, 26);
    const cases = [orderClass("a"), orderClass("b", { benefit: "degree-award" })];
    const { total, benefits } = impact(before, after, cases);
    expect(total).toEqual({ cases: 2, changed: 1, lost: 1, gained: 0, beforeFen: 800_000, afterFen: 0 });
    expect(benefits["degree-award"]).toMatchObject({ cases: 1, changed: 0 });
    expect(impact(after, before, cases).total).toMatchObject({ lost: 0, gained: 1, beforeFen: 0, afterFen: 800_000 });
  });

  test("a benefit that the other programme lacks grants nothing there", () => {
    expect(impact(before, loadPolicy("example-2025"), [orderClass("a")]).total).toMatchObject({ lost: 1, afterFen: 0 });
  });
});
