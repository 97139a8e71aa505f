/** Every name in a package leads somewhere: clauses, interpretations, benefits. */
import type { PackageRules } from "../package-types.ts";
import { meant } from "../meant.ts";
import { COURSES, GROUPS, HISTORY_BENEFITS } from "../vocabulary.ts";
import type { PolicyProblem } from "./problem.ts";

const twice = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

export function checkReferences(rules: PackageRules): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const clauseIds = new Set(rules.clauses.map((clause) => clause.id));
  const readings = new Set(rules.interpretations.map((one) => one.id));
  const benefits = new Set<string>(rules.manifest.benefits);
  const wrong = (where: string, message: string, pointer = ""): void => {
    problems.push({ severity: "error", kind: "reference", where, message, pointer });
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
  for (const { name, clause: id, type } of rules.parameters) {
    clause(name, id);
    if (type.kind === "choice")
      for (const value of twice(type.options.map((one) => one.value))) wrong(name, `取值 ${value} 写了两次`);
  }
  const { groups = {}, courses = {}, grants = {} } = rules.vocabulary ?? {};
  for (const [own, known] of [
    [groups, GROUPS],
    [courses, COURSES],
    [grants, { ...HISTORY_BENEFITS, ...Object.fromEntries(rules.manifest.benefits.map((id) => [id, id])) }],
  ] as const)
    for (const id of Object.keys(own))
      if (Object.hasOwn(known, id)) wrong("vocabulary", `${id} 已有规定的含义，不能另作他用，请换一个编号`);
  for (const reading of rules.interpretations) {
    clause(reading.id, reading.clause);
    for (const id of twice(reading.readings.map((one) => one.id))) wrong(reading.id, `读法 ${id} 写了两次`);
    if (reading.parameter !== undefined && !rules.parameters.some(({ name }) => name === reading.parameter))
      wrong(reading.id, `没有声明参数 ${reading.parameter}`);
    if (!reading.readings.some(({ id }) => id === reading.chosen))
      wrong(reading.id, `所取读法 ${reading.chosen} 不在列出的读法中`);
  }
  for (const one of rules.clauses) {
    for (const id of one.benefits) if (!benefits.has(id)) wrong(one.id, `没有补贴 ${id}`);
  }
  const { from, to } = rules.manifest.effective;
  if (to !== undefined && to < from)
    wrong("manifest", `施行期间的结束 ${to} 早于开始 ${from}。请改正其中一个日期`, "/effective");
  return problems;
}
