/**
 * The next best question: the missing fact that decides most. Each fact that some undecided benefit misses is tried
 * with every answer that can be offered, and scored by how many tests and benefits it settles on average.
 */
import type { CompiledBenefit, Policy } from "./compile.ts";
import type { Evaluation, Missing } from "./evaluation.ts";
import { setAt } from "./pointer.ts";
import type { Question } from "./questions.ts";
import { questionFor } from "./questions.ts";
import type { Case, CaseFacts } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";

/** Basis of the question: each benefit as decided on the facts so far. */
export interface Standing {
  benefit: BenefitId;
  status: "eligible" | "missing" | "ineligible";
  missing: readonly string[];
}

/** The case that the facts make for one benefit. */
export function caseOf(facts: CaseFacts, benefit: BenefitId): Case {
  return { ...facts, id: "entitlement", benefit };
}

/** A benefit that is settled counts as much as this many tests. */
const BENEFIT_WEIGHT = 4;

interface Tally {
  /** Tests that are known. */
  known: number;
  /** Whether a test refuses, or all are known. */
  settled: boolean;
}

function tally(benefit: CompiledBenefit, facts: CaseFacts): Tally {
  const e: Evaluation = { case: caseOf(facts, benefit.source.id), used: {} };
  let known = 0;
  let refused = false;
  for (const { test } of benefit.tests) {
    const verdict = test.verdict(e);
    if (verdict !== null) known += 1;
    if (verdict === false) refused = true;
  }
  return { known, settled: refused || known === benefit.tests.length };
}

/** Facts that the open tests of a benefit miss; amounts wait until it is known who may have the benefit at all. */
function missedByTests(benefit: CompiledBenefit, facts: CaseFacts): Missing {
  const e: Evaluation = { case: caseOf(facts, benefit.source.id), used: {} };
  const missing: Missing = new Set();
  for (const { test } of benefit.tests) if (test.verdict(e) === null) test.missing(e, missing);
  return missing;
}

/** Answers to try. A number or date can't be listed: it is taken to settle the tests that miss it alone. */
function answersOf(question: Question): unknown[] {
  switch (question.kind) {
    case "boolean":
    case "choice":
      return question.options.map((option) => option.value);
    case "choices":
      return [[], ...question.options.map((option) => [option.value])];
    case "history":
    case "periods":
      return [[]];
    default:
      return [];
  }
}

function score(open: readonly CompiledBenefit[], facts: CaseFacts, question: Question, missedBy: number): number {
  const answers = answersOf(question);
  if (answers.length === 0) return missedBy;
  let total = 0;
  for (const benefit of open) {
    const before = tally(benefit, facts);
    for (const answer of answers) {
      const after = tally(benefit, setAt(facts, question.path, answer));
      total += after.known - before.known + (after.settled && !before.settled ? BENEFIT_WEIGHT : 0);
    }
  }
  return total / answers.length;
}

/** The question to ask next, or null where nothing that can be asked is missing. */
export function nextQuestion(
  policy: Policy,
  facts: CaseFacts,
  standings: readonly Standing[],
  skipped: readonly string[],
): Question | null {
  const open: CompiledBenefit[] = [];
  for (const { benefit, status } of standings) {
    const compiled = policy.benefits.get(benefit);
    if (status === "missing" && compiled !== undefined) open.push(compiled);
  }
  const missedBy = new Map<string, number>();
  for (const benefit of open) {
    for (const path of missedByTests(benefit, facts)) missedBy.set(path, (missedBy.get(path) ?? 0) + 1);
  }
  // Once it is settled who may have what, as far as it can be, the amounts.
  if ([...missedBy.keys()].every((path) => skipped.includes(path))) {
    for (const { status, missing } of standings) {
      if (status === "eligible") for (const path of missing) missedBy.set(path, (missedBy.get(path) ?? 0) + 1);
    }
  }
  let best: { question: Question; score: number } | null = null;
  for (const [path, count] of missedBy) {
    const question = skipped.includes(path) ? null : questionFor(path, policy.rules.vocabulary);
    if (question === null) continue;
    const own = score(open, facts, question, count);
    if (best === null || own > best.score) best = { question, score: own };
  }
  return best?.question ?? null;
}
