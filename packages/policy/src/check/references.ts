/** Every name in a package leads somewhere: clauses, interpretations, benefits. */
import type { PackageRules } from "../package-types.ts";
import { meant } from "../meant.ts";
import type { PolicyProblem } from "./problem.ts";

export function checkReferences(rules: PackageRules): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const clauseIds = new Set(rules.clauses.map((clause) => clause.id));
  const readings = new Set(rules.interpretations.map((one) => one.id));
  const benefits = new Set<string>(rules.manifest.benefits);
  const wrong = (where: string, message: string): void => {
    problems.push({ severity: "error", kind: "reference", where, message });
  };
  const clause = (where: string, id: string | undefined): void => {
    // （十四） may be cited without its brackets.
    if (id !== undefined && !clauseIds.has(id) && !clauseIds.has(`(${id})`))
      wrong(where, `没有条款 ${id}${meant(id, [...clauseIds])}`);
  };
  for (const benefit of rules.benefits) {
    if (!benefits.has(benefit.id)) wrong(benefit.id, "没有列入 manifest.benefits");
    clause(benefit.id, benefit.clause);
    for (const id of benefit.interpretations ?? [])
      if (!readings.has(id)) wrong(benefit.id, `没有读法 ${id}${meant(id, [...readings])}`);
    for (const test of benefit.tests) {
      clause(`${benefit.id}/${test.id}`, test.clause);
      for (const id of test.interpretations ?? [])
        if (!readings.has(id)) wrong(`${benefit.id}/${test.id}`, `没有读法 ${id}${meant(id, [...readings])}`);
    }
    const { amount } = benefit;
    const steps = amount.kind === "steps" ? amount.steps : amount.stages.flatMap((stage) => stage.steps);
    for (const step of steps) clause(`${benefit.id}/${step.step}`, step.clause);
  }
  for (const parameter of rules.parameters) clause(parameter.name, parameter.clause);
  for (const reading of rules.interpretations) {
    clause(reading.id, reading.clause);
    if (!reading.readings.some(({ id }) => id === reading.chosen))
      wrong(reading.id, `所取读法 ${reading.chosen} 不在列出的读法中`);
  }
  for (const one of rules.clauses) {
    for (const id of one.benefits) if (!benefits.has(id)) wrong(one.id, `没有补贴 ${id}`);
  }
  const { from, to } = rules.manifest.effective;
  if (to !== undefined && to < from) wrong("manifest", "施行期间的结束早于开始");
  return problems;
}
