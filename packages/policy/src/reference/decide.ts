/** The decision of the reference: the contract's outcome rules over its tests and amounts. */
import type { ContractBenefit } from "../vocabulary.ts";
import type { Case, Outcome, ParameterValue, Verdict } from "../types.ts";
import { amountOf } from "./amounts.ts";
import { TESTS } from "./tests.ts";

/** What the contract fixes of a decision, to the letter. */
export interface ContractDecision {
  outcome: Outcome;
  amountFen: number | undefined;
  recoverFen: number;
  /** Test ids with their verdicts, in the order of the table. */
  findings: [string, Verdict][];
  missing: string[];
  parametersUsed: Record<string, ParameterValue>;
}

export function decideByContract(c: Case): ContractDecision {
  const answers = Object.entries(TESTS[c.benefit as ContractBenefit](c));
  const findings = answers.map(([id, { met }]): [string, Verdict] => [id, met]);
  const verdicts = answers.map(([, { met }]) => met);
  // The one parameter that a test reads.
  const ratio = c.parameters?.["onlineHours.ratio"] ?? 0.5;
  const read = c.benefit === "unemployed-training" ? { "onlineHours.ratio": ratio } : {};
  const nothing = { amountFen: undefined, recoverFen: 0, findings };
  if (verdicts.includes(false)) return { ...nothing, outcome: "refused", missing: [], parametersUsed: read };
  const { amount, missing, used } = amountOf(c);
  const parametersUsed = { ...read, ...used };
  if (verdicts.includes(null) || missing.length > 0) {
    const all = [...answers.flatMap(([, { met, missing: own }]) => (met === null ? own : [])), ...missing];
    return { ...nothing, outcome: "incomplete", missing: [...new Set(all)].toSorted(), parametersUsed };
  }
  return { ...amount, outcome: "granted", findings, missing: [], parametersUsed };
}
