/** Running a package's worked cases: its own test. */
import { adjudicate } from "./adjudicate.ts";
import type { Policy } from "./compile.ts";
import type { WorkedCase, WorkedCases } from "./package-types.ts";
import { labelOf } from "./facts.ts";
import { dropAt, setAt } from "./pointer.ts";
import type { Case, Decision } from "./types.ts";
import { validateCase } from "./validate-case.ts";
import type { BenefitId } from "./vocabulary.ts";

/** A worked case that does not come out as written. */
export interface WorkedCaseFailure {
  benefit: BenefitId;
  name: string;
  problem: string;
}

/** The facts of a worked case as a value that should be a case: the base, changed. */
export function factsOf(file: WorkedCases, worked: WorkedCase): unknown {
  let value: unknown = { id: worked.name, benefit: file.benefit, ...file.base };
  for (const pointer of worked.drop ?? []) value = dropAt(value, pointer);
  for (const [pointer, fact] of Object.entries(worked.set ?? {})) value = setAt(value, pointer, fact);
  return value;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join("\n") === b.toSorted().join("\n");
}

const OUTCOMES = { granted: "可享受", refused: "不符合", incomplete: "资料不全" } as const;

/** How a decision differs from what a worked case expects, as a sentence in the titles of the tests; null where it doesn't. */
export function differenceOf(policy: Policy, decision: Decision, expect: WorkedCase["expect"]): string | null {
  if (decision.outcome !== expect.outcome)
    return `应为“${OUTCOMES[expect.outcome]}”，得“${OUTCOMES[decision.outcome]}”`;
  if (decision.amountFen !== expect.amountFen)
    return `金额应为 ${yuan(expect.amountFen)}，得 ${yuan(decision.amountFen)}`;
  if (decision.recoverFen !== (expect.recoverFen ?? 0))
    return `收回应为 ${yuan(expect.recoverFen ?? 0)}，得 ${yuan(decision.recoverFen)}`;
  const failed = decision.findings.filter((finding) => finding.met === false).map((finding) => finding.test);
  if (!same(failed, expect.failed ?? []))
    return `不满足的条件应为${titled(policy, decision, expect.failed)}，得${titled(policy, decision, failed)}`;
  const unknown = decision.findings.filter((finding) => finding.met === null).map((finding) => finding.test);
  if (!same(unknown, expect.unknown ?? []))
    return `未知的条件应为${titled(policy, decision, expect.unknown)}，得${titled(policy, decision, unknown)}`;
  if (expect.missing !== undefined && !same(decision.missing, expect.missing)) {
    return `缺少的应为${listed(expect.missing.map(labelOf))}，得${listed(decision.missing.map(labelOf))}`;
  }
  return null;
}

function titled({ benefits }: Policy, { benefit }: Decision, tests: readonly string[] = []): string {
  const titles = new Map(benefits.get(benefit)?.source.tests.map(({ id, title }) => [id, title]));
  return listed(tests.map((id) => titles.get(id) ?? id));
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? "“无”" : names.map((name) => `“${name}”`).join("、");

const yuan = (fen: number | null | undefined): string => (fen == null ? "无" : `${(fen / 100).toFixed(2)} 元`);

/** The worked cases of one file as cases; a file of facts that are no case is reported, not run. */
export function casesOf(
  policy: Policy,
  file: WorkedCases,
): { worked: WorkedCase; case: Case | null; problem: string | null }[] {
  return file.cases.map((worked) => {
    const validated = validateCase(factsOf(file, worked), policy);
    return validated.ok
      ? { worked, case: validated.case, problem: null }
      : { worked, case: null, problem: `不是有效的案例：${validated.error.path} ${validated.error.message}` };
  });
}

/** Runs every worked case; an empty list says that all came out as written. */
export function runWorkedCases(policy: Policy, files: readonly WorkedCases[]): WorkedCaseFailure[] {
  const failures: WorkedCaseFailure[] = [];
  for (const file of files) {
    for (const { worked, case: own, problem } of casesOf(policy, file)) {
      const difference = own === null ? problem : differenceOf(policy, adjudicate(policy, own), worked.expect);
      if (difference !== null) failures.push({ benefit: file.benefit, name: worked.name, problem: difference });
    }
  }
  return failures;
}
