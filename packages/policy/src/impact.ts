/** Impact of a policy change on cases: how many decisions change, by how much, in which benefits. */
import type { Result } from "./adjudicate.ts";
import { decide } from "./adjudicate.ts";
import type { Policy } from "./compile.ts";
import type { Case } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";

export interface BenefitImpact {
  cases: number;
  /** Decisions whose outcome or amounts differ. */
  changed: number;
  /** Granted before and not after, and the other way. */
  lost: number;
  gained: number;
  beforeFen: number;
  afterFen: number;
}

export interface Impact {
  total: BenefitImpact;
  benefits: Partial<Record<BenefitId, BenefitImpact>>;
}

function none(): BenefitImpact {
  return { cases: 0, changed: 0, lost: 0, gained: 0, beforeFen: 0, afterFen: 0 };
}

/** A benefit that a programme does not have grants nothing there. */
function resultOf(policy: Policy, c: Case): Result {
  return policy.benefits.has(c.benefit) ? decide(policy, c) : { outcome: "refused", amountFen: 0, recoverFen: 0 };
}

function add(sum: BenefitImpact, before: Result, after: Result): void {
  sum.cases += 1;
  if (
    before.outcome !== after.outcome ||
    before.amountFen !== after.amountFen ||
    before.recoverFen !== after.recoverFen
  ) {
    sum.changed += 1;
  }
  if (before.outcome === "granted" && after.outcome !== "granted") sum.lost += 1;
  if (before.outcome !== "granted" && after.outcome === "granted") sum.gained += 1;
  sum.beforeFen += before.amountFen;
  sum.afterFen += after.amountFen;
}

/** Adds one case to a sum. */
export function addImpact(sum: Impact, before: Policy, after: Policy, c: Case): void {
  const was = resultOf(before, c);
  const is = resultOf(after, c);
  add(sum.total, was, is);
  const own = sum.benefits[c.benefit] ?? none();
  sum.benefits[c.benefit] = own;
  add(own, was, is);
}

export function noImpact(): Impact {
  return { total: none(), benefits: {} };
}

/** Decides every case by both policies and sums the differences; money in fen. */
export function impact(before: Policy, after: Policy, cases: Iterable<Case>): Impact {
  const sum = noImpact();
  for (const c of cases) addImpact(sum, before, after, c);
  return sum;
}
