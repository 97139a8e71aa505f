/** Tests and words of the third part of the grammar against its reference, case by case. */
import { describe, expect, test, vi } from "vitest";
import { PackageError } from "../compile.ts";
import { describeBenefit } from "../describe.ts";
import { dropAt } from "../pointer.ts";
import { ageOnApplication, noLowerLevel, oncePerCourse } from "../reference/additions.ts";
import type { Answer } from "../reference/three-valued.ts";
import { always, programme, disagreement, withGroups } from "../test/added-programme.ts";
import type { Case } from "../types.ts";
import { validateCase } from "../validate-case.ts";

vi.setConfig({ testTimeout: 60_000 });

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
