/** Amounts of the worked cases: above the stated ceiling, or nothing for anybody. The proof says it of every case; this says it at once. */
import { adjudicate } from "../adjudicate.ts";
import type { Policy } from "../compile.ts";
import { yuan } from "../facts.ts";
import type { WorkedCases } from "../package-types.ts";
import { casesOf } from "../worked-cases.ts";
import type { PolicyProblem } from "./problem.ts";

export function checkAmounts(policy: Policy, files: readonly WorkedCases[]): PolicyProblem[] {
  return files.flatMap((file) => (policy.benefits.has(file.benefit) ? amountsOf(policy, file) : []));
}

function amountsOf(policy: Policy, file: WorkedCases): PolicyProblem[] {
  const { benefit } = file;
  const ceiling = policy.ceilings.get(benefit);
  const problems: PolicyProblem[] = [];
  let [granted, given] = [0, 0];
  for (const { worked, case: own } of casesOf(policy, file)) {
    const decision = own === null ? null : adjudicate(policy, own);
    if (own === null || decision?.outcome !== "granted") continue;
    const amount = decision.amountFen ?? 0;
    granted += 1;
    if (amount > 0 || decision.recoverFen > 0) given += 1;
    const most = ceiling?.value({ case: own, used: {} }) ?? Number.NaN;
    if (ceiling && amount > most)
      problems.push({
        severity: "error",
        kind: "worked-case",
        where: `${benefit} “${worked.name}”`,
        message: `算例“${worked.name}”：得 ${yuan(amount)}，超过写明的上限 ${yuan(most)}（${ceiling.text}）。请改金额或上限`,
      });
  }
  if (granted > 0 && given === 0)
    problems.push({
      severity: "error",
      kind: "amount",
      where: benefit,
      message: "所有可享受的算例都只得 0 元。请核对金额的各个步骤",
    });
  return problems;
}
