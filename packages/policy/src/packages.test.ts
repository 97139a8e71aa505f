import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkPolicy, LEAST_WORKED_CASES } from "./check/index.ts";
import { describeBenefit, describeBenefitAsText } from "./describe.ts";
import { loadDraft, loadWorkedCases, POLICIES } from "./load.ts";
import { checkPublished, publishedVersions } from "./published.ts";
import { loadPolicy } from "./versions.ts";
import { BENEFITS, idsOf } from "./vocabulary.ts";

const packages = readdirSync(POLICIES).filter((id) => existsSync(`${POLICIES}/${id}/manifest.json`));

describe.each(packages)("package %s", (id) => {
  const policy = loadDraft(id);

  test("has no errors, and its worked cases come out as written", () => {
    expect(checkPolicy(policy, loadWorkedCases(id)).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("is what was published under its version", () => {
    expect(checkPublished(id)).toEqual([]);
    expect(publishedVersions(id).map(({ version }) => version)).toContain(policy.version);
  });

  test("states the most that each benefit may come to", () => {
    expect([...policy.ceilings.keys()].toSorted()).toEqual([...policy.benefits.keys()].toSorted());
  });

  test("has enough worked cases for each benefit, each with a name of its own", () => {
    for (const file of loadWorkedCases(id)) {
      expect(file.cases.length).toBeGreaterThanOrEqual(LEAST_WORKED_CASES);
      const names = file.cases.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  test("every benefit reads as sentences with clauses", () => {
    for (const benefit of policy.benefits.keys()) {
      const { tests, amount } = describeBenefit(policy, benefit);
      for (const { text, clause } of [...tests, ...amount]) {
        expect(text).not.toMatch(/undefined|NaN/u);
        expect(clause).not.toBe("");
      }
    }
  });
});

describe("rugao-2019 1.0.0", () => {
  const policy = loadPolicy("rugao-2019@1.0.0");

  test("has all the benefits of the contract, in its order, with its tests", () => {
    expect([...policy.benefits.keys()]).toEqual(idsOf(BENEFITS));
    const tests = Object.fromEntries(
      [...policy.benefits].map(([id, { tests: own }]) => [id, own.map((one) => one.id)]),
    );
    expect(tests).toEqual({
      "order-class": ["at-vocational-school", "class-of-twenty"],
      "pre-job": [
        "contract-one-year",
        "within-twelve-months",
        "certificate-kind",
        "not-work-for-training",
        "not-repeated",
      ],
      "on-job": ["employed", "not-repeated"],
      "skill-upgrade": [
        "unemployment-insurance-12",
        "certificate-kind",
        "level-5-4-3",
        "issued-from-2019",
        "not-provincial-shortage",
        "not-repeated",
      ],
      "technician-award": ["employed", "certificate-kind", "level-2-1", "not-repeated"],
      "degree-award": [
        "pension-12",
        "employed",
        "local",
        "pension-paid-now",
        "degree-college-up",
        "obtained-since",
        "once",
      ],
      apprenticeship: ["employed", "level-4-3-2-1"],
      "unemployed-training": [
        "eligible-person",
        "no-monthly-pension",
        "hours-complete",
        "certificate-kind",
        "local-institution",
        "three-a-year",
        "not-repeated",
      ],
      "living-allowance": ["eligible-person", "not-on-benefit"],
      "work-for-training": ["eligible-person", "employed", "six-months", "not-pre-job"],
      "startup-training": ["eligible-person", "course-kind", "certificate-present", "course-once"],
      "special-operation": ["certificate-kind", "not-repeated"],
      "project-training": ["admitted"],
    });
  });

  test("has every article and annex task", () => {
    const ids = policy.rules.clauses.map(({ id }) => id);
    for (let task = 1; task <= 19; task += 1) expect(ids).toContain(`附.${task}`);
    for (const id of ["一.目标", "一.重点", "一.载体", "(三)", "(六)", "(十)", "十三", "(十九)"])
      expect(ids).toContain(id);
    for (const point of [1, 2, 3, 4, 5, 6]) expect(ids).toContain(`四.${point}`);
    for (const point of [1, 2, 3, 4]) expect(ids).toEqual(expect.arrayContaining([`五.${point}`, `十二.${point}`]));
  });

  test("has no value for what the document does not fix", () => {
    const valued = policy.rules.parameters.filter(({ values }) => values.length > 0).map(({ name }) => name);
    expect(valued).toEqual(["onlineHours.ratio", "skillUpgrade.shortageReading"]);
  });

  test("an amount reads as a formula", () => {
    expect(describeBenefitAsText(policy, "pre-job").at(-1)).toBe(
      "(培训补贴标准 + 鉴定补贴标准) × 50%，属当年紧缺职业（工种）的 × 100%〔四.2〕",
    );
    expect(describeBenefitAsText(policy, "skill-upgrade").at(-1)).toBe(
      "(培训补贴标准 + 鉴定补贴标准) × 50%，属当年紧缺职业（工种）的 × 65%（紧缺职业上浮的读法取“百分点相加：50% + 30% = 80%”的 × 80%）〔四.4〕",
    );
  });
});
