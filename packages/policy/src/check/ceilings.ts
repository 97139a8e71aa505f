/** Every benefit says the most that it may come to: without that the proof has nothing to hold its amounts against. */
import type { Policy } from "../compile.ts";
import type { PolicyProblem } from "./problem.ts";

/** Versions that follow an earlier contract were published before they could state one. */
const SINCE_CONTRACT = 3;

export function checkCeilings(policy: Policy): PolicyProblem[] {
  if ((policy.rules.manifest.contract ?? 1) < SINCE_CONTRACT) return [];
  return [...policy.benefits.keys()]
    .filter((id) => !policy.ceilings.has(id))
    .map((id) => ({
      severity: "error",
      kind: "ceiling",
      where: id,
      message: "没有写明上限；请在 ceilings.json 写明这项补贴在任何情形下都不超过多少",
    }));
}
