/** Every benefit says the most that it may come to: without that the proof has nothing to hold its amounts against. */
import type { Policy } from "../compile.ts";
import { meant } from "../meant.ts";
import type { PolicyProblem } from "./problem.ts";

/** Versions that follow an earlier contract were published before they could state one. */
const SINCE_CONTRACT = 3;

const wrong = (where: string, message: string): PolicyProblem => ({
  severity: "error",
  kind: "ceiling",
  where,
  message,
});

export function checkCeilings(policy: Policy): PolicyProblem[] {
  const clauses = policy.rules.clauses.map(({ id }) => id);
  const stated = [...policy.ceilings].flatMap(([id, { unit, clause }]) => [
    ...(unit === "fen" ? [] : [wrong(id, "上限应为金额")]),
    // （十四） may be cited without its brackets.
    ...(clauses.includes(clause) || clauses.includes(`(${clause})`)
      ? []
      : [wrong(id, `没有条款 ${clause}${meant(clause, clauses)}`)]),
  ]);
  if ((policy.rules.manifest.contract ?? 1) < SINCE_CONTRACT) return stated;
  const missing = [...policy.benefits.keys()].filter((id) => !policy.ceilings.has(id));
  const message = "没有写明上限；请在 ceilings.json 写明这项补贴在任何情形下都不超过多少";
  return [...stated, ...missing.map((id) => wrong(id, message))];
}
