/**
 * Gaps and overlaps of amounts. Every granted worked case is moved to each boundary of each fact; a decision that
 * then lacks a fact which is there has found a value that no option answers for.
 */
import { adjudicate } from "../adjudicate.ts";
import type { Policy } from "../compile.ts";
import type { Benefit, WorkedCases } from "../package-types.ts";
import { getAt, setAt } from "../pointer.ts";
import type { Case } from "../types.ts";
import { casesOf } from "../worked-cases.ts";
import { boundariesOf } from "./boundaries.ts";
import type { PolicyProblem } from "./problem.ts";

function gapOf(policy: Policy, c: Case): string | null {
  const decision = adjudicate(policy, c);
  if (decision.outcome !== "incomplete") return null;
  const there = decision.missing.find((path) =>
    path.startsWith("parameter:")
      ? Object.hasOwn(decision.parametersUsed, path.slice("parameter:".length))
      : getAt(c, path) !== undefined,
  );
  return there ?? null;
}

export function checkGaps(policy: Policy, files: readonly WorkedCases[]): PolicyProblem[] {
  const found = new Map<string, PolicyProblem>();
  const note = (c: Case, path: string, value: unknown): void => {
    const where = `${c.benefit}${path}`;
    found.set(`${where} ${JSON.stringify(value)}`, {
      severity: "error",
      kind: "gap",
      where,
      message: `取值 ${JSON.stringify(value)} 时没有规定金额或比例`,
    });
  };
  for (const file of files) {
    const benefit = policy.benefits.get(file.benefit)?.source;
    if (benefit === undefined) continue;
    for (const { worked, case: own } of casesOf(policy, file)) {
      if (own === null || worked.expect.outcome !== "granted") continue;
      for (const [path, values] of boundariesOf(benefit, own)) {
        for (const value of values) {
          const moved = setAt(own, path, value);
          const gap = gapOf(policy, moved);
          if (gap !== null) note(own, gap, gap.startsWith("parameter:") ? value : getAt(moved, gap));
        }
      }
    }
  }
  return [...found.values()];
}

/** Options of a choice that say the same value twice: the second could never be taken. */
export function checkOverlaps(benefits: readonly Benefit[]): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const benefit of benefits) {
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if ("options" in node && Array.isArray(node.options)) {
        const said = node.options.map((option: unknown) => JSON.stringify(getAt(option, "/is")));
        for (const is of new Set(said.filter((one, at) => said.indexOf(one) !== at))) {
          problems.push({ severity: "error", kind: "overlap", where: benefit.id, message: `取值 ${is} 规定了两次` });
        }
      }
      for (const inner of Object.values(node)) visit(inner);
    };
    visit(benefit.amount);
    if (benefit.amount.kind === "staged") {
      const stages = benefit.amount.stages.map(({ stage }) => stage);
      if (new Set(stages).size !== stages.length) {
        problems.push({ severity: "error", kind: "overlap", where: benefit.id, message: "同一阶段规定了两次" });
      }
    }
  }
  return problems;
}
