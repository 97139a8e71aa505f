/** Worked cases of a benefit under edit: each decided now, and held against what it expects. */
import { adjudicate } from "../adjudicate.ts";
import type { Policy } from "../compile.ts";
import type { WorkedCase, WorkedCases } from "../package-types.ts";
import type { Decision } from "../types.ts";
import { casesOf, differenceOf } from "../worked-cases.ts";

export interface WorkedResult {
  worked: WorkedCase;
  /** Null where its facts are no case. */
  decision: Decision | null;
  /** Why it is no case, or how it comes out otherwise than expected; null where it comes out as written. */
  problem: string | null;
}

/** Every worked case of a file, decided. */
export function decideWorked(policy: Policy, file: WorkedCases): WorkedResult[] {
  if (!policy.benefits.has(file.benefit))
    return file.cases.map((worked) => ({ worked, decision: null, problem: "没有这项补贴" }));
  return casesOf(policy, file).map(({ worked, case: own, problem }) => {
    const decision = own === null ? null : adjudicate(policy, own);
    return { worked, decision, problem: decision === null ? problem : differenceOf(policy, decision, worked.expect) };
  });
}

/** The expectation of a worked case whose decision is taken as right. */
export function expectationOf(decision: Decision): WorkedCase["expect"] {
  const failed = decision.findings.filter(({ met }) => met === false).map(({ test }) => test);
  const unknown = decision.findings.filter(({ met }) => met === null).map(({ test }) => test);
  return {
    outcome: decision.outcome,
    ...(decision.amountFen === undefined ? {} : { amountFen: decision.amountFen }),
    ...(decision.recoverFen === 0 ? {} : { recoverFen: decision.recoverFen }),
    ...(failed.length === 0 ? {} : { failed }),
    ...(unknown.length === 0 ? {} : { unknown }),
    ...(decision.missing.length === 0 ? {} : { missing: decision.missing }),
  };
}
