import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { adjudicate, decide } from "./adjudicate.ts";
import { canonicalJson } from "./canonical-json.ts";
import { compilePolicy } from "./compile.ts";
import { decisionJsonSchema } from "./decision-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { loadPolicy } from "./versions.ts";
import { dropAt, getAt, setAt } from "./pointer.ts";
import { anyCase } from "./test/arbitraries.ts";
import { counterexample, implies } from "./test/counterexample.ts";
import { leavesOf } from "./test/paths.ts";
import type { Case, Decision, Verdict } from "./types.ts";
import { validateCase } from "./validate-case.ts";

vi.setConfig({ testTimeout: 60_000 });

const policy = loadPolicy("rugao-2019@1.0.0");
const RUNS = 1000;

function verdicts(c: Case): Verdict[] {
  return adjudicate(policy, c).findings.map((finding) => finding.met);
}

function withoutId(decision: Decision): string {
  return JSON.stringify({ ...decision, id: "" });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isAbsent(c: Case, path: string): boolean {
  return path.startsWith("parameter:")
    ? c.parameters?.[path.slice("parameter:".length)] === undefined
    : getAt(c, path) === undefined;
}

/** The computation ends with the amount, and with what must come back if anything must. */
function endsWithAmount({ computation, amountFen, recoverFen }: Decision): boolean {
  return same(computation.at(recoverFen > 0 ? -2 : -1), { step: "amount", fen: amountFen });
}

describe("every decision", () => {
  const checkDecision = compileSchema(decisionJsonSchema);

  test("random cases are cases, and their decisions fit the schema", () => {
    const property = fc.property(anyCase, (c) => {
      const decision: unknown = JSON.parse(JSON.stringify(adjudicate(policy, c)));
      return validateCase(c, policy).ok && checkDecision(decision) === null;
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("lists every test, and its outcome follows from them", () => {
    const property = fc.property(anyCase, (c) => {
      const decision = adjudicate(policy, c);
      const met = decision.findings.map((finding) => finding.met);
      return (
        met.length === policy.benefits.get(c.benefit)?.tests.length &&
        (decision.outcome === "refused") === met.includes(false) &&
        implies(decision.outcome === "granted", !met.includes(null)) &&
        decision.missing.length > 0 === (decision.outcome === "incomplete") &&
        decision.findings.every(({ because }) => !/undefined|NaN|null|true|false/u.test(because))
      );
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("has an amount of at least nothing, in whole fen, exactly where it is granted", () => {
    const property = fc.property(anyCase, (c) => {
      const decision = adjudicate(policy, c);
      if (decision.outcome !== "granted") return !("amountFen" in decision) && decision.computation.length === 0;
      return (
        Number.isSafeInteger(decision.amountFen) &&
        (decision.amountFen ?? -1) >= 0 &&
        Number.isSafeInteger(decision.recoverFen) &&
        decision.recoverFen >= 0 &&
        implies(decision.recoverFen > 0, decision.amountFen === 0 && c.stage === "settlement") &&
        endsWithAmount(decision)
      );
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("what is missing is absent, and named once", () => {
    const property = fc.property(anyCase, (c) => {
      const { missing } = adjudicate(policy, c);
      return new Set(missing).size === missing.length && missing.every((path) => isAbsent(c, path));
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("without trace the result is the same", () => {
    const property = fc.property(anyCase, (c) => {
      const { outcome, amountFen = 0, recoverFen } = adjudicate(policy, c);
      return same(decide(policy, c), { outcome, amountFen, recoverFen });
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });
});

describe("a decision does not depend on", () => {
  test("the order of history", () => {
    const property = fc.property(anyCase, (c) => {
      const reversed: Case = c.history === undefined ? c : { ...c, history: c.history.toReversed() };
      return same(decide(policy, reversed), decide(policy, c)) && same(verdicts(reversed), verdicts(c));
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("the order of properties: it is a function of the canonical input", () => {
    const property = fc.property(anyCase, (c) => {
      const canonical = validateCase(JSON.parse(canonicalJson(c)), policy);
      return canonical.ok && same(adjudicate(policy, canonical.case), adjudicate(policy, c));
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("facts that the benefit does not use", () => {
    const year = fc.integer({ min: 1950, max: 2005 });
    const property = fc.property(anyCase, fc.constantFrom("F", "M"), year, (c, sex, born) => {
      const more = setAt(setAt(c, "/person/sex", sex), "/person/birthDate", `${born}-01-31`);
      return withoutId(adjudicate(policy, more)) === withoutId(adjudicate(policy, c));
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("what was decided before, and it leaves the case as it was", () => {
    const property = fc.property(anyCase, (c) => {
      const before = JSON.stringify(c);
      const first = JSON.stringify(adjudicate(policy, c));
      return JSON.stringify(adjudicate(policy, c)) === first && JSON.stringify(c) === before;
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });
});

/**
 * Absences that say something: without `inPlaceOf` a person trains for themselves, without a certificate the
 * in-service test is skipped, a shorter list is another list, and a parameter falls back to the package's.
 */
const SPEAKING = ["/id", "/benefit", "/appliedOn", "/person/inPlaceOf", "/certificate", "/parameters"];

function isUnknownWhenAbsent(path: string): boolean {
  return !SPEAKING.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)) && !/\/\d+(\/|$)/u.test(path);
}

describe("three values", () => {
  test("taking a fact away never turns refused into granted, nor granted into refused", () => {
    const property = fc.property(anyCase, fc.nat(), (c, pick) => {
      const paths = leavesOf(c).filter(isUnknownWhenAbsent);
      const path = paths[pick % Math.max(1, paths.length)];
      const before = decide(policy, c).outcome;
      const after = path === undefined ? before : decide(policy, dropAt(c, path)).outcome;
      return implies(before === "refused", after !== "granted") && implies(before === "granted", after !== "refused");
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });

  test("what is decided stays decided when an unknown fact becomes known, whatever it turns out to be", () => {
    const flag = fc.constantFrom(
      "/employment/employed",
      "/person/monthlyPension",
      "/insurance/pensionPaidNow",
      "/person/trainingNeed",
      "/training/institution/local",
      "/standard/shortage",
    );
    const property = fc.property(anyCase, flag, fc.boolean(), (c, path, value) => {
      const before = decide(policy, c);
      if (getAt(c, path) !== undefined || before.outcome === "incomplete") return true;
      return same(decide(policy, setAt(c, path, value)), before);
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });
});

describe("raising a limit never refuses more", () => {
  /** Limits of which more is more generous. */
  test.each([
    ["unemployed-training", "/rule/fewerThan"],
    ["work-for-training", "/rule/fewerThan"],
    ["pre-job", "/rule/months"],
  ] as const)("%s %s", (benefit, pointer) => {
    const at = policy.rules.benefits.findIndex((one) => one.id === benefit);
    const testAt = policy.rules.benefits[at]?.tests.findIndex((one) => getAt(one, pointer) !== undefined) ?? -1;
    const path = `/benefits/${at}/tests/${testAt}${pointer}`;
    const raised = compilePolicy(setAt(policy.rules, path, Number(getAt(policy.rules, path)) + 1), "sha256:raised");
    const property = fc.property(anyCase, (any) => {
      const c: Case = { ...any, benefit };
      return implies(decide(policy, c).outcome !== "refused", decide(raised, c).outcome !== "refused");
    });
    expect(counterexample(property, RUNS)).toBeNull();
  });
});
