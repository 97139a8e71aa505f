import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { adjudicate, decide } from "../adjudicate.ts";
import { dropAt, getAt, setAt } from "../pointer.ts";
import { boundaryCaseOfSecond, grantedCaseOfSecond } from "../reference/cases.ts";
import { counterexample } from "../test/counterexample.ts";
import type { Case } from "../types.ts";
import { loadPolicy } from "../versions.ts";
import { CERTIFICATE_KINDS, COURSES, idsOf } from "../vocabulary.ts";
import { counterfactuals } from "./counterfactuals.ts";
import type { Change } from "./levers.ts";

vi.setConfig({ testTimeout: 120_000 });

const policy = loadPolicy("rugao-2019@2.0.0");
const apply = (c: Case, changes: readonly Change[]): Case =>
  changes.reduce((one, { path, to }) => setAt(one, path, to), c);
const but = (c: Case, facts: Record<string, unknown>): Case =>
  Object.entries(facts).reduce((one, [path, value]) => setAt(one, path, value), c);
const grants = (c: Case): boolean => decide(policy, c).outcome === "granted";

const upgrade = but(grantedCaseOfSecond("skill-upgrade"), { "/standard/trainingFen": 100_000 });
const unemployed = but(grantedCaseOfSecond("unemployed-training"), { "/standard/trainingFen": 100_000 });
const award = grantedCaseOfSecond("degree-award");
const repeated = { benefit: "pre-job", occupation: "6-31-01-03", level: 4, on: "2020-01-10" };

describe("what would grant it, in words", () => {
  test.each<[string, Case, string[]]>([
    ["nothing, where it is granted", upgrade, []],
    ["months", but(upgrade, { "/insurance/unemploymentMonths": 9 }), ["再缴 3 个月失业保险后可申请，600.00 元"]],
    [
      "months that are not known",
      dropAt(upgrade, "/insurance/unemploymentMonths"),
      ["失业保险缴满 12 个月后可申请，600.00 元"],
    ],
    [
      "months and a certificate",
      but(upgrade, { "/insurance/unemploymentMonths": 0, "/certificate/kind": "completion" }),
      ["再缴 12 个月失业保险，并取得职业技能等级证书后可申请，600.00 元"],
    ],
    [
      "hours, in the room or online",
      but(unemployed, { "/training/offlineHours": 40, "/training/onlineHours": 10, "/training/requiredHours": 60 }),
      ["再学 10 课时线下课程后可申请，1200.00 元", "再学 10 课时线上课程后可申请，1200.00 元"],
    ],
    [
      "hours in the room alone, where online ones count no more",
      but(unemployed, { "/training/offlineHours": 20, "/training/onlineHours": 50, "/training/requiredHours": 60 }),
      ["再学 10 课时线下课程后可申请，1200.00 元"],
    ],
    [
      "the next year, when three are used up",
      but(unemployed, {
        "/history": [1, 2, 3].map((level) => ({
          benefit: "unemployed-training",
          occupation: "x",
          level,
          on: "2020-01-10",
        })),
      }),
      ["等到 2021-01-01 后可申请，1200.00 元"],
    ],
    [
      "the level next to it, for what was paid before",
      but(upgrade, { "/history": [repeated] }),
      ["取得高级工（三级）证书后可申请，600.00 元"],
    ],
    ["a job", but(award, { "/employment/employed": false }), ["在企业就业后可申请，1000.00 元"]],
    ["nothing that is past", but(award, { "/degree/obtainedOn": "2019-12-30" }), []],
    ["nothing about who they are", but(unemployed, { "/person/monthlyPension": true }), []],
    ["nothing about standards", dropAt(upgrade, "/standard/trainingFen"), []],
    [
      "months that end before the programme does",
      but(upgrade, { "/insurance/unemploymentMonths": 9, "/appliedOn": "2022-12-31" }),
      [],
    ],
  ])("%s", (_what, c, texts) => {
    expect(counterfactuals(policy, c).map(({ text }) => text)).toEqual(texts);
  });
});

/** Facts that nobody can change any more, and the day before which nothing can happen. */
function isPossible(c: Case, { path, to }: Change): boolean {
  if (/^\/(person\/(?!trainingNeed)|standard|history|parameters|project|workForTraining|benefit|id)/u.test(path))
    return false;
  const was = getAt(c, path);
  if (path === "/appliedOn") return String(to) > c.appliedOn;
  if (/(On|from|to)$/u.test(path)) return was === undefined && to === c.appliedOn;
  return typeof to !== "number" || path.endsWith("evel") || was === undefined || to > Number(was);
}

/** Every single change, without looking at the rules. */
const SINGLE: Change[] = [
  ...idsOf(CERTIFICATE_KINDS).map((to) => ({ path: "/certificate/kind", to })),
  ...idsOf(COURSES).map((to) => ({ path: "/training/course", to })),
  ...["/certificate/level", "/apprenticeship/targetLevel"].flatMap((path) =>
    [1, 2, 3, 4, 5].map((to) => ({ path, to })),
  ),
  ...["/employment/employed", "/employment/local", "/insurance/pensionPaidNow", "/person/trainingNeed"].map((path) => ({
    path,
    to: true,
  })),
  ...["/employment/contractMonths"].flatMap((path) => [11, 12, 13, 30].map((to) => ({ path, to }))),
  ...["/training/offlineHours", "/training/onlineHours"].flatMap((path) =>
    [0, 10, 30, 60, 100].map((to) => ({ path, to })),
  ),
];

describe("every way", () => {
  test("is possible, grants what it says, and no part of it does", () => {
    const property = fc.property(boundaryCaseOfSecond, (c) => {
      const ways = counterfactuals(policy, c);
      return (
        ways.length <= 3 &&
        ways.every(({ changes, amountFen }) => {
          const { outcome, amountFen: paid } = adjudicate(policy, apply(c, changes));
          const parts = changes.map((_one, at) => changes.filter((_other, other) => other !== at));
          return (
            outcome === "granted" &&
            paid === amountFen &&
            changes.every((change) => isPossible(c, change)) &&
            !parts.some((part) => grants(apply(c, part)))
          );
        })
      );
    });
    expect(counterexample(property, 2000)).toBeNull();
  });

  test("asks for no more than is needed", () => {
    const property = fc.property(boundaryCaseOfSecond, (c) =>
      counterfactuals(policy, c).every(({ changes }) =>
        changes.every(({ path, to }, at) => {
          if (typeof to !== "number" || path.endsWith("evel") || to === 0) return true;
          const step = path.endsWith("Hours") ? 0.01 : 1;
          return !grants(apply(c, changes.with(at, { path, to: to - step })));
        }),
      ),
    );
    expect(counterexample(property, 2000)).toBeNull();
  });

  test("is found where a single change would do, and comes first", () => {
    const property = fc.property(boundaryCaseOfSecond, (c) => {
      if (grants(c)) return true;
      const single = SINGLE.some((change) => isPossible(c, change) && grants(apply(c, [change])));
      return !single || counterfactuals(policy, c)[0]?.changes.length === 1;
    });
    expect(counterexample(property, 2000)).toBeNull();
  });
});
