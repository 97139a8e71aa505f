/**
 * One case in, one decision out. No clock, no I/O: the same policy and case give the same bytes for ever.
 */
import type { CompiledBenefit, Policy } from "./compile.ts";
import { DATE_FACTS } from "./facts.ts";
import type { Evaluation, Missing } from "./evaluation.ts";
import type { Case, ComputationStep, Decision, Finding, Outcome } from "./types.ts";

/** The result alone, without the reasons. */
export interface Result {
  outcome: Outcome;
  amountFen: number;
  recoverFen: number;
}

/** The benefit's rules; refuses (throws) a benefit that the programme does not have. */
function rulesOf(policy: Policy, c: Case): CompiledBenefit {
  const benefit = policy.benefits.get(c.benefit);
  if (benefit === undefined) throw new RangeError(`${policy.id} has no benefit ${c.benefit}`);
  return benefit;
}

/**
 * Decides a case with every reason. The case must be a valid one (`validateCase`); money is in fen, dates are civil
 * dates, hours are class hours of 45 minutes. Any test not met refuses and all of them are listed; otherwise an
 * unknown test, or an amount that needs an absent fact or parameter, makes it incomplete; otherwise it is granted.
 */
export function adjudicate(policy: Policy, c: Case): Decision {
  const benefit = rulesOf(policy, c);
  const e: Evaluation = { case: c, used: {} };
  const findings: Finding[] = [];
  let refused = false;
  let unknown = false;
  for (const { id, clause, test } of benefit.tests) {
    const met = test.verdict(e);
    if (met === false) refused = true;
    else if (met === null) unknown = true;
    findings.push({ test: id, clause, met, because: test.because(e, met) });
  }
  if (refused) return undecided(policy, e, "refused", findings, []);
  const computation: ComputationStep[] = [];
  const amount = benefit.amount.compute(e, computation);
  if (unknown || amount === null) {
    const missing: Missing = new Set();
    for (const [at, { test }] of benefit.tests.entries()) if (findings[at]?.met === null) test.missing(e, missing);
    benefit.amount.missing(e, missing);
    return undecided(policy, e, "incomplete", findings, [...namedDays(policy, c, missing)]);
  }
  return {
    id: c.id,
    benefit: c.benefit,
    outcome: "granted",
    amountFen: amount.amountFen,
    recoverFen: amount.recoverFen,
    findings,
    computation,
    missing: [],
    policy: policy.reference,
    parametersUsed: e.used,
  };
}

/** A parameter without a value because the day that selects it is not known: that day is what is missing. */
function namedDays(policy: Policy, c: Case, missing: Missing): Missing {
  if (policy.datedBy.size === 0) return missing;
  const named: Missing = new Set();
  for (const path of missing) {
    const by = policy.datedBy.get(path.slice("parameter:".length));
    named.add(by !== undefined && path.startsWith("parameter:") && DATE_FACTS[by].read(c) === undefined ? by : path);
  }
  return named;
}

function undecided(policy: Policy, e: Evaluation, outcome: Outcome, findings: Finding[], missing: string[]): Decision {
  return {
    id: e.case.id,
    benefit: e.case.benefit,
    outcome,
    recoverFen: 0,
    findings,
    computation: [],
    missing,
    policy: policy.reference,
    parametersUsed: e.used,
  };
}

/** Decides a case without the reasons: the same outcome and amounts as `adjudicate`, for simulation and statistics. */
export function decide(policy: Policy, c: Case): Result {
  const benefit = rulesOf(policy, c);
  const e: Evaluation = { case: c, used: {} };
  let unknown = false;
  for (const { test } of benefit.tests) {
    const met = test.verdict(e);
    if (met === false) return { outcome: "refused", amountFen: 0, recoverFen: 0 };
    if (met === null) unknown = true;
  }
  const amount = unknown ? null : benefit.amount.compute(e, null);
  if (amount === null) return { outcome: "incomplete", amountFen: 0, recoverFen: 0 };
  return { outcome: "granted", amountFen: amount.amountFen, recoverFen: amount.recoverFen };
}
