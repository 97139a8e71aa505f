import { expect, test, vi } from "vitest";
import type { Ceiling } from "../ceilings.ts";
import type { Policy } from "../compile.ts";
import { compilePolicy } from "../compile.ts";
import { setAt } from "../pointer.ts";
import { loadPolicy } from "../versions.ts";
import { wrongLocalValue } from "./local-values.ts";
import { certificateOf, prove, proveOne } from "./prove.ts";

vi.setConfig({ testTimeout: 240_000 });

test.each(["rugao-2019@1.0.0", "rugao-2019@2.0.0", "example-2025", "jiangsu-2025"])("%s is proved", (reference) => {
  const policy = loadPolicy(reference);
  const { faults, benefits, digest } = prove(policy);
  expect(faults.map(({ benefit, test: id, message }) => `${benefit} ${id ?? ""} ${message}`)).toEqual([]);
  expect(benefits.map(({ witness }) => witness === null)).toEqual(benefits.map(() => false));
  expect(digest).toBe(policy.digest);
});

/** Today's rules as a county goes on with them: the same benefits, from a day on that the package's own period doesn't reach. */
function fromToday(): Policy {
  const { rules: own, claiming } = loadPolicy("rugao-2019@2.0.0");
  const later = setAt(own, "/manifest/effective", { from: "2026-11-30" });
  return compilePolicy(later, "sha256:later", [...claiming.values()]);
}

test("with the day to which a county prolonged the programme it is proved, without it nobody could get anything", () => {
  const policy = fromToday();
  const local = { "programme.until": "2027-12-31", "livingAllowance.perDayFen": 4_000 };
  const alone = proveOne(policy, "degree-award").faults.map(({ message }) => message);
  expect(alone).toContain("没有一种情形能享受这项补贴");
  // The last one has a limit for each calendar year.
  for (const benefit of ["degree-award", "living-allowance", "unemployed-training"]) {
    const proved = proveOne(policy, benefit, local);
    expect(proved.faults).toEqual([]);
    expect(proved.proof.witness?.parameters).toMatchObject({ "programme.until": "2027-12-31" });
    expect(certificateOf(policy.reference, [proved], local).local).toEqual(local);
  }
  expect(certificateOf(policy.reference, [])).not.toHaveProperty("local");
});

test("a value that the parameters don't allow is said", () => {
  const policy = fromToday();
  expect(wrongLocalValue(policy, { "programme.until": "2027-13-01" })).toContain("programme.until：");
  expect(wrongLocalValue(policy, { "no.such": 1 })).toContain("no.such：");
  expect(wrongLocalValue(policy, { "programme.until": "2027-12-31" })).toBeNull();
});

const { rules } = loadPolicy("rugao-2019@1.0.0");
const at = (benefit: string): string => `/benefits/${rules.benefits.findIndex(({ id }) => id === benefit)}`;
const another = (rule: object): object => ({ id: "another", clause: "四.4", title: "x", rule });
const employed = (value: boolean): object => ({ kind: "is", fact: "/employment/employed", value });

test("finds an amount above the ceiling that the package states", () => {
  const { rules: own, claiming } = loadPolicy("jiangsu-2025");
  const ceiling: Ceiling = {
    benefit: "catalogue-training",
    clause: "目录标准",
    quantity: { kind: "money", fen: 99_999 },
  };
  const { faults, benefits } = prove(compilePolicy(own, "sha256:x", [...claiming.values()], [ceiling]));
  expect(faults.map(({ benefit, message }) => `${benefit} ${message}`)).toEqual([
    "catalogue-training 金额高于所写明的上限（999.99 元）",
  ]);
  expect(benefits.find(({ benefit }) => benefit === "catalogue-training")?.ceiling).toBe("999.99 元");
});

test.each([
  [
    "a benefit that nobody can get",
    `${at("degree-award")}/tests/7`,
    another({ kind: "any-of", tests: [employed(false), employed(false)] }),
    "没有一种情形能享受这项补贴",
  ],
  [
    "a test that nothing passes",
    `${at("degree-award")}/tests/7`,
    another({ kind: "all-of", tests: [employed(true), employed(false)] }),
    "没有一种情形能满足这项条件",
  ],
  [
    "a value without an amount that only together with another comes up",
    `${at("skill-upgrade")}/amount/steps/1/rate/options/1/rate`,
    {
      kind: "choose-rate",
      by: { kind: "code", fact: "/certificate/level" },
      options: [
        { is: 5, rate: { kind: "percent", percent: 65 } },
        { is: 4, rate: { kind: "percent", percent: 65 } },
      ],
    },
    "/certificate/level 取值 3 时没有规定金额或比例",
  ],
])("finds %s", (_what, pointer, value, message) => {
  const policy = compilePolicy(setAt(rules, pointer, value), "sha256:wrong");
  const only = {
    ...policy,
    benefits: new Map([...policy.benefits].filter(([id]) => pointer.startsWith(`${at(id)}/`))),
  };
  expect(prove(only).faults.map((fault) => fault.message)).toContain(message);
});

const { rules: own, claiming } = loadPolicy("jiangsu-2025");
const ownAt = `/benefits/${own.benefits.findIndex(({ id }) => id === "insured-upgrade")}`;
const age = (is: string, years: number): object => ({ kind: "age", on: "/appliedOn", is, years });
const veteran = { kind: "groups", fact: "/person/groups", any: ["veteran"] };
const months = (bound: number): object => ({
  kind: "compare",
  fact: "/insurance/pensionMonths",
  is: "at-least",
  bound,
});
const either = { kind: "any-of", tests: [employed(true), employed(false)] };
const neither = { kind: "all-of", tests: [employed(true), employed(false)] };
const paid = (fen: number, ...rates: number[]): object[] => [
  { kind: "start", step: "base", quantity: { kind: "money", fen } },
  ...rates.map((percent, index) => ({
    kind: "rate",
    step: `rate-${"abcdefgh"[index] ?? ""}`,
    rate: { kind: "percent", percent },
  })),
];

test.each<[string, string, unknown, string]>([
  [
    "ages that leave nobody",
    "rule",
    { kind: "all-of", tests: [age("at-least", 60), age("under", 60)] },
    "没有一种情形能满足这项条件",
  ],
  [
    "a group that is asked for and refused",
    "rule",
    { kind: "all-of", tests: [veteran, { kind: "not", test: veteran }] },
    "没有一种情形能满足这项条件",
  ],
  [
    "alternatives that are both impossible",
    "rule",
    { kind: "any-of", tests: [neither, neither] },
    "没有一种情形能满足这项条件",
  ],
  ["the contrary of another test", "rule", { kind: "not", test: employed(true) }, "没有一种情形能享受这项补贴"],
  [
    "a condition that never holds",
    "rule",
    { kind: "only-if", condition: neither, requires: months(12) },
    "没有一种情形不满足这项条件",
  ],
  ["a test that everybody passes", "rule", either, "没有一种情形不满足这项条件"],
  ["no months at least", "rule", months(0), "没有一种情形不满足这项条件"],
  ["nothing of something", "steps", paid(100_000, 0), "金额在任何情形下都是零"],
  ["nothing at all", "steps", paid(0), "金额在任何情形下都是零"],
  ["an amount beyond what is exact", "steps", paid(1_000_000_000, ...Array<number>(8).fill(1000)), "金额不是整数分"],
])("finds %s", (_what, place, value, message) => {
  const count = own.benefits.find(({ id }) => id === "insured-upgrade")?.tests.length ?? 0;
  const changed =
    place === "rule"
      ? setAt(own, `${ownAt}/tests/${count}`, { id: "another", clause: "参保职工", title: "x", rule: value })
      : setAt(own, `${ownAt}/amount/steps`, value);
  const policy = compilePolicy(changed, "sha256:wrong", [...claiming.values()]);
  expect(proveOne(policy, "insured-upgrade").faults.map((fault) => fault.message)).toContain(message);
});
