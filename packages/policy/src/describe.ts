/** A benefit in plain Chinese, made from its data, so that what is read and what is decided can't drift apart. */
import type { CompiledBenefit, Policy } from "./compile.ts";
import type { Clause, Interpretation } from "./package-types.ts";
import type { BenefitId, Stage } from "./vocabulary.ts";
import { HISTORY_BENEFITS, nameOf } from "./vocabulary.ts";

export interface BenefitDescription {
  benefit: BenefitId;
  clause: string;
  title: string;
  audience: string;
  summary: string;
  tests: { id: string; clause: string; title: string; text: string }[];
  amount: { stage: Stage | null; clause: string; text: string }[];
  interpretations: Interpretation[];
}

/** Title of a benefit: from the contract, else from one of the packages; an unknown id is its own title. */
export function benefitName(policies: Iterable<Policy>, id: string): string {
  if (Object.hasOwn(HISTORY_BENEFITS, id)) return nameOf(HISTORY_BENEFITS, id);
  for (const policy of policies) {
    const title = policy.benefits.get(id)?.source.title;
    if (title !== undefined) return title;
  }
  return id;
}

/** The rules of a benefit as sentences; refuses (throws) a benefit that the programme does not have. */
export function describeBenefit(policy: Policy, benefitId: BenefitId): BenefitDescription {
  const benefit = policy.benefits.get(benefitId);
  if (benefit === undefined) throw new RangeError(`${policy.id} has no benefit ${benefitId}`);
  const { source } = benefit;
  return {
    benefit: source.id,
    clause: source.clause,
    title: source.title,
    audience: source.audience,
    summary: source.summary,
    tests: benefit.tests.map(({ id, clause, title, test }) => ({ id, clause, title, text: test.text })),
    amount: benefit.amount.text.map(({ stage, clause, text }) => ({ stage, clause: clause ?? source.clause, text })),
    interpretations: interpretationsOf(policy, benefit),
  };
}

function interpretationsOf(policy: Policy, { source }: CompiledBenefit): Interpretation[] {
  const cited = new Set([
    ...(source.interpretations ?? []),
    ...source.tests.flatMap((test) => test.interpretations ?? []),
  ]);
  return policy.rules.interpretations.filter(({ id }) => cited.has(id));
}

/** The same as lines of text with clause numbers, for a printed page or a terminal. */
export function describeBenefitAsText(policy: Policy, benefitId: BenefitId): string[] {
  const description = describeBenefit(policy, benefitId);
  return [
    `${description.title}〔${description.clause}〕`,
    description.summary,
    "条件（须全部满足）：",
    ...description.tests.map(({ clause, text }, at) => `${at + 1}. ${text}〔${clause}〕`),
    "金额：",
    ...description.amount.map(({ clause, text }) => `${text}〔${clause}〕`),
  ];
}

/** Who proposes a reading; older packages call them the ones who decided. Only officers of a county can confirm one. */
export function proposerOf({ proposedBy, decidedBy }: Interpretation): string {
  return proposedBy ?? decidedBy ?? "";
}

/** Every article and annex task of the programme. */
export function clauses(policy: Policy): readonly Clause[] {
  return policy.rules.clauses;
}

/** The open readings of the text, and the chosen ones with their reasons. */
export function interpretations(policy: Policy): readonly Interpretation[] {
  return policy.rules.interpretations;
}
