/**
 * The engine against a second, independent implementation of the adjudication contract (`reference/`): plain code
 * for each benefit, written from the contract's words and not from the engine or the package.
 */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { adjudicate } from "./adjudicate.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Policy } from "./compile.ts";
import { boundaryCase, boundaryCaseOfSecond, grantedCase, grantedCaseOfSecond } from "./reference/cases.ts";
import type { ContractDecision } from "./reference/decide.ts";
import { decideByContract } from "./reference/decide.ts";
import { anyCase } from "./test/arbitraries.ts";
import { counterexample } from "./test/counterexample.ts";
import type { Case, Verdict } from "./types.ts";
import { validateCase } from "./validate-case.ts";
import { loadPolicy } from "./versions.ts";
import type { ContractBenefit } from "./vocabulary.ts";

vi.setConfig({ testTimeout: 120_000 });

const policy = loadPolicy("rugao-2019@1.0.0");
const second = loadPolicy("rugao-2019@2.0.0");
/** More for a thorough run: `CONTRACT_RUNS=100000`. */
const RUNS = Number(process.env["CONTRACT_RUNS"] ?? 5000);

/** Part of the engine's decision that the contract fixes. */
function decideByEngine(by: Policy, c: Case): ContractDecision {
  const { outcome, amountFen, recoverFen, findings, missing, parametersUsed } = adjudicate(by, c);
  const verdicts = findings.map(({ test: id, met }): [string, Verdict] => [id, met]);
  return { outcome, amountFen, recoverFen, findings: verdicts, missing: missing.toSorted(), parametersUsed };
}

const agrees =
  (by: Policy, version: "1.0.0" | "2.0.0") =>
  (c: Case): boolean => {
    if (!validateCase(c, by).ok) throw new Error("no valid case");
    const engine = canonicalJson(decideByEngine(by, c));
    const contract = canonicalJson(decideByContract(c, version));
    if (engine !== contract) throw new Error(`engine ${engine}, contract ${contract}`);
    return true;
  };

const EXAMPLE: Case = {
  ...grantedCase("pre-job"),
  id: "c-001",
  standard: { trainingFen: 100_000, assessmentFen: 20_000, shortage: false },
};

/** The contract's column of clauses. */
const CLAUSES: Record<ContractBenefit, string[]> = {
  "order-class": ["四.1"],
  "pre-job": ["四.2"],
  "on-job": ["四.3"],
  "skill-upgrade": ["四.4"],
  "technician-award": ["四.5"],
  "degree-award": ["四.5"],
  apprenticeship: ["四.6", "十三"],
  "unemployed-training": ["五.2", "十三"],
  "living-allowance": ["五.2"],
  "work-for-training": ["五.3"],
  "startup-training": ["五.4"],
  "special-operation": ["(六)"],
  "project-training": ["十三", "(十七)"],
};

test("agree on cases around every bound", () => {
  expect(counterexample(fc.property(boundaryCase, agrees(policy, "1.0.0")), RUNS)).toBeNull();
});

test("agree on cases around every bound of 2.0.0", () => {
  expect(counterexample(fc.property(boundaryCaseOfSecond, agrees(second, "2.0.0")), RUNS)).toBeNull();
});

test("what is granted in the plain case is granted", () => {
  const outcomes = [...second.benefits.keys()].map((id) => adjudicate(second, grantedCaseOfSecond(id)).outcome);
  expect(new Set(outcomes)).toEqual(new Set(["granted"]));
});

test("agree on any case", () => {
  expect(counterexample(fc.property(anyCase, agrees(policy, "1.0.0")), RUNS)).toBeNull();
});

test("every finding names a clause of its benefit's row, and 十三 for what is not repeated", () => {
  for (const [id, { tests }] of policy.benefits) {
    const wrong = tests.filter(
      (one) => !(one.id === "not-repeated" ? ["十三"] : CLAUSES[id as ContractBenefit]).includes(one.clause),
    );
    expect(wrong.map((one) => `${id} ${one.id} ${one.clause}`)).toEqual([]);
  }
});

test("the contract's own example comes out as it says, to the byte where it is fixed", () => {
  const decision = adjudicate(policy, EXAMPLE);
  expect(decision).toMatchObject({
    id: "c-001",
    benefit: "pre-job",
    outcome: "granted",
    amountFen: 60_000,
    recoverFen: 0,
  });
  expect(decision.findings[0]).toEqual({
    test: "contract-one-year",
    clause: "四.2",
    met: true,
    because: "劳动合同 12 个月，不少于 12 个月",
  });
  expect(decision.computation).toEqual([
    { step: "base", clause: "四.2", fen: 120_000 },
    { step: "rate", value: 0.5 },
    { step: "amount", fen: 60_000 },
  ]);
});
