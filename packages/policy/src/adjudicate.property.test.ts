import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { adjudicate, decide } from "./adjudicate.ts";
import { canonicalJson } from "./canonical-json.ts";
import { compilePolicy } from "./compile.ts";
import { decisionJsonSchema } from "./decision-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { loadPolicy } from "./load.ts";
import { dropAt, getAt, setAt } from "./pointer.ts";
import { anyCase } from "./test/arbitraries.ts";
import type { Case, Decision } from "./types.ts";
import { validateCase } from "./validate-case.ts";

vi.setConfig({ testTimeout: 60_000 });

const policy = loadPolicy("rugao-2019");
const RUNS = { numRuns: 1000 };

function leaves(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

function withoutId(decision: Decision): string {
  return JSON.stringify({ ...decision, id: "" });
}

describe("every decision", () => {
  const checkDecision = compileSchema(decisionJsonSchema);

  test("random cases are cases, and their decisions fit the schema and the contract's rules", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        expect(validateCase(c, policy).ok).toBe(true);
        const decision = adjudicate(policy, c);
        expect(checkDecision(JSON.parse(JSON.stringify(decision)))).toBeNull();
        const met = decision.findings.map((finding) => finding.met);
        expect(met).toHaveLength(policy.benefits.get(c.benefit)?.tests.length ?? 0);
        if (decision.outcome === "refused") expect(met).toContain(false);
        else expect(met).not.toContain(false);
        if (decision.outcome === "granted") {
          expect(met).not.toContain(null);
          expect(Number.isSafeInteger(decision.amountFen)).toBe(true);
          expect(decision.amountFen).toBeGreaterThanOrEqual(0);
          expect(decision.computation.at(decision.recoverFen > 0 ? -2 : -1)).toEqual({
            step: "amount",
            fen: decision.amountFen,
          });
        } else {
          expect("amountFen" in decision).toBe(false);
          expect(decision.computation).toEqual([]);
        }
        expect(decision.missing.length > 0).toBe(decision.outcome === "incomplete");
        for (const { because } of decision.findings) expect(because).not.toMatch(/undefined|NaN|null/u);
      }),
      RUNS,
    );
  });

  test("what is missing is absent, named as a leaf, and named once", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const { missing } = adjudicate(policy, c);
        expect(new Set(missing).size).toBe(missing.length);
        for (const path of missing) {
          if (path.startsWith("parameter:")) expect(c.parameters?.[path.slice("parameter:".length)]).toBeUndefined();
          else expect(getAt(c, path)).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test("without trace the result is the same", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const { outcome, amountFen = 0, recoverFen } = adjudicate(policy, c);
        expect(decide(policy, c)).toEqual({ outcome, amountFen, recoverFen });
      }),
      RUNS,
    );
  });
});

describe("does not depend on", () => {
  test("the order of history", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const reversed: Case = c.history === undefined ? c : { ...c, history: c.history.toReversed() };
        expect(decide(policy, reversed)).toEqual(decide(policy, c));
        const met = (one: Case): unknown => adjudicate(policy, one).findings.map((finding) => finding.met);
        expect(met(reversed)).toEqual(met(c));
      }),
      RUNS,
    );
  });

  test("the order of properties: it is a function of the canonical input", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const canonical = JSON.parse(canonicalJson(c)) as Case;
        expect(JSON.stringify(adjudicate(policy, canonical))).toBe(JSON.stringify(adjudicate(policy, c)));
      }),
      RUNS,
    );
  });

  test("facts that the benefit does not use", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom("F", "M"), fc.integer({ min: 1950, max: 2005 }), (c, sex, year) => {
        const more = setAt(setAt(c, "/person/sex", sex), "/person/birthDate", `${year}-01-31`);
        expect(withoutId(adjudicate(policy, more))).toBe(withoutId(adjudicate(policy, c)));
      }),
      RUNS,
    );
  });

  test("what was decided before: the same case gives the same bytes, and is left as it was", () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        const before = JSON.stringify(c);
        const first = JSON.stringify(adjudicate(policy, c));
        expect(JSON.stringify(adjudicate(policy, c))).toBe(first);
        expect(JSON.stringify(c)).toBe(before);
      }),
      RUNS,
    );
  });
});

describe("three values", () => {
  // These two absences are not unknown: without `inPlaceOf` a person trains for themselves; without a certificate the
  // in-service test is skipped; an award that is not set adds nothing.
  const definite = (path: string): boolean =>
    path.startsWith("/person/inPlaceOf") ||
    path.startsWith("/certificate") ||
    path.startsWith("/parameters") ||
    path.startsWith("/history/") ||
    path.includes("/groups/") ||
    path.startsWith("/person/unemploymentBenefit/");

  test("taking a fact away never turns refused into granted, nor granted into refused", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (c, pick) => {
        const paths = leaves(c).filter((path) => !["/id", "/benefit", "/appliedOn"].includes(path) && !definite(path));
        const path = paths[pick % Math.max(1, paths.length)];
        if (path === undefined) return;
        const before = decide(policy, c).outcome;
        const after = decide(policy, dropAt(c, path)).outcome;
        if (before === "refused") expect(after).not.toBe("granted");
        if (before === "granted") expect(after).not.toBe("refused");
      }),
      RUNS,
    );
  });

  test("a decision stays when an unknown fact becomes known, whatever it turns out to be", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(true, false), (c, value) => {
        for (const path of [
          "/employment/employed",
          "/person/monthlyPension",
          "/insurance/pensionPaidNow",
          "/person/trainingNeed",
        ]) {
          if (getAt(c, path) !== undefined) continue;
          const before = decide(policy, c);
          if (before.outcome !== "incomplete") expect(decide(policy, setAt(c, path, value))).toEqual(before);
        }
      }),
      RUNS,
    );
  });
});

describe("raising a limit never refuses more", () => {
  /** Pointers into the rules at limits of which more is more generous. */
  const limits: [benefit: string, pointer: string][] = [
    ["unemployed-training", "/rule/fewerThan"],
    ["work-for-training", "/rule/fewerThan"],
    ["pre-job", "/rule/months"],
  ];

  test.each(limits)("%s %s", (benefit, pointer) => {
    const at = policy.rules.benefits.findIndex((one) => one.id === benefit);
    const tests = policy.rules.benefits[at]?.tests ?? [];
    const testAt = tests.findIndex((one) => getAt(one, pointer) !== undefined);
    const path = `/benefits/${at}/tests/${testAt}${pointer}`;
    const raised = compilePolicy(setAt(policy.rules, path, Number(getAt(policy.rules, path)) + 1), "sha256:raised");
    fc.assert(
      fc.property(anyCase, (any) => {
        const c: Case = { ...any, benefit: policy.rules.benefits[at]?.id ?? any.benefit };
        if (decide(policy, c).outcome !== "refused") expect(decide(raised, c).outcome).not.toBe("refused");
      }),
      RUNS,
    );
  });
});
