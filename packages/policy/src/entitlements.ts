/** "What can I get?" — every benefit of a programme against whatever is known, and what to ask next. */
import { adjudicate } from "./adjudicate.ts";
import type { Policy } from "./compile.ts";
import { caseOf, nextQuestion } from "./next-question.ts";
import type { Question } from "./questions.ts";
import type { CaseFacts, Decision } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";

export interface Entitlement {
  benefit: BenefitId;
  clause: string;
  title: string;
  /** `eligible`: every test is met, though the amount may still need a fact; `missing`: a test is unknown. */
  status: "eligible" | "missing" | "ineligible";
  decision: Decision;
  /** Facts that the tests, or the amount of an eligible benefit, still need. */
  missing: string[];
}

export interface Entitlements {
  benefits: Entitlement[];
  /** The missing fact that decides most, or null where nothing that can be asked is missing. */
  nextQuestion: Question | null;
}

function statusOf(decision: Decision): Entitlement["status"] {
  if (decision.outcome === "refused") return "ineligible";
  return decision.findings.every((finding) => finding.met === true) ? "eligible" : "missing";
}

/**
 * Every benefit of the programme, decided on what is known. `facts` is a case without id and benefit; only the day
 * (`appliedOn`) is required, because a decision knows no clock. Benefits stand in the programme's order. Questions in
 * `skipped` (JSON pointers) are not asked again: the person does not know, or has nothing of the kind.
 */
export function entitlements(policy: Policy, facts: CaseFacts, skipped: readonly string[] = []): Entitlements {
  const benefits: Entitlement[] = [];
  for (const [benefit, { source }] of policy.benefits) {
    const decision = adjudicate(policy, caseOf(facts, benefit));
    benefits.push({
      benefit,
      clause: source.clause,
      title: source.title,
      status: statusOf(decision),
      decision,
      missing: decision.missing,
    });
  }
  return { benefits, nextQuestion: nextQuestion(policy, facts, benefits, skipped) };
}
