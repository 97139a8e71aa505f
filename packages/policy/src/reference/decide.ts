/** The decision of the reference: the contract's outcome rules over its tests and amounts. */
import type { ContractBenefit } from "../vocabulary.ts";
import type { Case, Outcome, ParameterValue, Verdict } from "../types.ts";
import { amountOf } from "./amounts.ts";
import { Parameters, secondTests } from "./second.ts";
import { TESTS } from "./tests.ts";

/** The exact part of a decision that the contract fixes. */
export interface ContractDecision {
  outcome: Outcome;
  amountFen: number | undefined;
  recoverFen: number;
  /** Test ids with their verdicts, in the order of the table. */
  findings: [string, Verdict][];
  missing: string[];
  parametersUsed: Record<string, ParameterValue>;
}

export function decideByContract(c: Case, version: "1.0.0" | "2.0.0" = "1.0.0"): ContractDecision {
  const parameters = new Parameters(c);
  const first = TESTS[c.benefit as ContractBenefit](c);
  const answers = Object.entries(version === "1.0.0" ? first : secondTests(c, first, parameters));
  const findings = answers.map(([id, { met }]): [string, Verdict] => [id, met]);
  const verdicts = answers.map(([, { met }]) => met);
  // The one parameter that a test reads.
  const ratio = c.parameters?.["onlineHours.ratio"] ?? 0.5;
  const hours = c.benefit === "unemployed-training" || (version === "2.0.0" && c.benefit === "special-operation");
  const read = { ...(hours ? { "onlineHours.ratio": ratio } : {}), ...parameters.used };
  const nothing = { amountFen: undefined, recoverFen: 0, findings };
  if (verdicts.includes(false)) return { ...nothing, outcome: "refused", missing: [], parametersUsed: read };
  const { amount, missing, used } = amountOf(c, version);
  const parametersUsed = { ...read, ...used };
  if (verdicts.includes(null) || missing.length > 0) {
    const all = [...answers.flatMap(([, { met, missing: own }]) => (met === null ? own : [])), ...missing];
    return { ...nothing, outcome: "incomplete", missing: [...new Set(all)].toSorted(), parametersUsed };
  }
  return { ...amount, outcome: "granted", findings, missing: [], parametersUsed };
}
