import type { Policy } from "../compile.ts";
import type { WorkedCases } from "../package-types.ts";
import { runWorkedCases } from "../worked-cases.ts";
import { checkAmounts } from "./amounts.ts";
import { checkCeilings } from "./ceilings.ts";
import { checkClaiming } from "./claiming.ts";
import { checkCodes } from "./codes.ts";
import { checkContradictions } from "./constraints.ts";
import { checkFitting } from "./fitting.ts";
import { checkGaps, checkOverlaps } from "./gaps.ts";
import { checkParameters } from "./parameters.ts";
import type { PolicyProblem } from "./problem.ts";
import { checkReferences } from "./references.ts";
import { checkTexts } from "./text.ts";
import { checkUnits } from "./units.ts";

export type { PolicyProblem } from "./problem.ts";

/** As many as each benefit must have to be published. */
export const LEAST_WORKED_CASES = 15;

function checkWorkedCases(policy: Policy, files: readonly WorkedCases[]): PolicyProblem[] {
  const problems: PolicyProblem[] = runWorkedCases(policy, files).map(({ benefit, name, problem }) => ({
    severity: "error",
    kind: "worked-case",
    where: `${benefit} “${name}”`,
    message: `算例“${name}”：${problem}`,
  }));
  for (const id of policy.benefits.keys()) {
    const count = files.filter((file) => file.benefit === id).reduce((sum, file) => sum + file.cases.length, 0);
    if (count < LEAST_WORKED_CASES) {
      problems.push({
        severity: "error",
        kind: "worked-case",
        where: id,
        message: `有 ${count} 个算例，至少应有 ${LEAST_WORKED_CASES} 个`,
      });
    }
  }
  return problems;
}

/**
 * Everything that can be said of a package without publishing it: names that lead nowhere, parameters without a
 * value in the effective period, tests that contradict each other or never refuse, amounts in mixed units, with gaps or
 * overlaps, above their ceiling or always nothing, worked cases too few or that come out otherwise. The schema has been checked when the policy was loaded.
 */
export function checkPolicy(policy: Policy, workedCases: readonly WorkedCases[]): PolicyProblem[] {
  return [
    ...checkReferences(policy.rules),
    ...checkParameters(policy.rules),
    ...checkContradictions(policy.rules.benefits),
    ...checkUnits(policy.rules),
    ...checkFitting(policy.rules),
    ...checkCodes(policy.rules),
    ...checkTexts(policy.rules),
    ...checkOverlaps(policy.rules.benefits),
    ...checkClaiming(policy),
    ...checkCeilings(policy),
    ...checkGaps(policy, workedCases),
    ...checkAmounts(policy, workedCases),
    ...checkWorkedCases(policy, workedCases),
  ];
}
