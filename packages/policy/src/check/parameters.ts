/** Parameters that a package supplies have exactly one value on every day of its effective period. */
import { dayNumber } from "../dates.ts";
import type { PackageRules, Parameter } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

interface Span {
  from: number;
  to: number;
}

function spansOf(parameter: Parameter): Span[] {
  return parameter.values
    .map(({ from, to }) => ({
      from: from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
    }))
    .toSorted((a, b) => a.from - b.from);
}

export function checkParameters(rules: PackageRules): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const first = dayNumber(rules.manifest.effective.from);
  const { to } = rules.manifest.effective;
  const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
  for (const parameter of rules.parameters) {
    const wrong = (message: string): void => {
      problems.push({ severity: "error", kind: "parameter", where: parameter.name, message });
    };
    let next = first;
    let covered = Number.NEGATIVE_INFINITY;
    for (const [at, span] of spansOf(parameter).entries()) {
      if (span.to < span.from) wrong("一个值的结束早于开始");
      if (at > 0 && span.from <= covered) wrong("有两个值的期间重叠");
      if (span.from <= next) next = Math.max(next, span.to + 1);
      covered = Math.max(covered, span.to);
    }
    if (parameter.supplied === "package" && (last === Number.POSITIVE_INFINITY ? next !== last : next <= last))
      wrong("没有为整个施行期间规定值");
    if (parameter.supplied !== "package" && parameter.values.length > 0) {
      wrong("写明由各地提供，却在政策包内有值");
    }
  }
  return problems;
}
