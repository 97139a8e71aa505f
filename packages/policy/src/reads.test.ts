import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { loadPolicy } from "./versions.ts";
import {
  apartAtEmployer,
  blocksRead,
  contradictionFacts,
  dayBenefitsOf,
  factsRead,
  groupsRead,
  monthsOf,
} from "./reads.ts";

const policy = loadPolicy("rugao-2019@1.0.0");

describe("what the rules of a benefit read", () => {
  test.each([
    ["living-allowance", ["hard-to-employ", "registered-poor", "registered-unemployed"]],
    ["startup-training", ["registered-unemployed", "returning-graduate"]],
    // Its own and its relatives'.
    [
      "unemployed-training",
      ["minimum-living", "poor", "registered-poor", "registered-unemployed", "severely-disabled"],
    ],
    ["pre-job", []],
    ["of-no-package", []],
  ])("the groups of %s", (benefit, groups) => {
    expect([...groupsRead(policy, benefit)].toSorted()).toEqual(groups);
  });

  test("facts of tests, amounts, choices and stages", () => {
    expect([...factsRead(policy, "project-training")].toSorted()).toEqual([
      "/project/acceptedFen",
      "/project/advancePaidFen",
      "/project/contractFen",
      "/training/institution/admitted",
    ]);
    expect(factsRead(policy, "pre-job")).toContain("/employment/employer");
    expect(factsRead(policy, "pre-job")).toContain("/standard/shortage");
    expect(factsRead(policy, "on-job")).toContain("/training/actualCostFen");
  });

  test("blocks, months and what an employer may not have twice", () => {
    const reading = (block: string): string[] =>
      [...policy.benefits.keys()].filter((id) => blocksRead(policy, id).has(block));
    expect(reading("apprenticeship")).toEqual(["apprenticeship"]);
    expect(reading("project")).toEqual(["project-training"]);
    expect(reading("degree")).toEqual(["degree-award"]);
    expect([...monthsOf(policy)]).toEqual([["work-for-training", 6]]);
    expect(apartAtEmployer(policy)).toEqual([
      ["pre-job", "work-for-training"],
      ["work-for-training", "pre-job"],
    ]);
  });
});

describe("version 2.0.0", () => {
  const second = loadPolicy("rugao-2019@2.0.0");

  test("asks a class for nothing because of a contradiction that it couldn't have", () => {
    expect([...second.benefits.keys()].filter((id) => blocksRead(second, id).has("project"))).toEqual([
      "project-training",
    ]);
    expect(contradictionFacts(second, "living-allowance")).toContain("/employment/employed");
    expect(contradictionFacts(policy, "living-allowance")).toEqual(new Set());
  });

  test("knows whose earlier grants cover days", () => {
    expect([...dayBenefitsOf(second), ...dayBenefitsOf(policy)]).toEqual(["living-allowance"]);
  });
});

const renamed = (ids: Record<string, string>): unknown =>
  JSON.parse(
    Object.entries(ids).reduce(
      (text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`),
      JSON.stringify(policy.rules),
    ),
  );

describe("a package with ids of its own", () => {
  test("is loaded, reads its histories and calls benefits by their titles", () => {
    const own = compilePolicy(renamed({ "work-for-training": "learn-while-working" }), "sha256:own");
    expect([...own.benefits.keys()]).toContain("learn-while-working");
    expect(own.historyBenefits).toContain("learn-while-working");
    const described = own.benefits.get("pre-job")?.tests.find(({ id }) => id === "not-work-for-training")?.test.text;
    expect(described).toBe("以往没有享受过同一用人单位的以工代训补贴");
  });

  test("is refused where a rule names a benefit that nobody grants", () => {
    const wrong = JSON.parse(
      JSON.stringify(policy.rules).replace('"benefits":["work-for-training"]', '"benefits":["nobodys"]'),
    ) as unknown;
    expect(() => compilePolicy(wrong, "sha256:own")).toThrow("没有补贴 nobodys");
  });
});
