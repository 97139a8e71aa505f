import type { Policy } from "./compile.ts";
import { calendarYear, dateNumber, monthsAfterNumber } from "./dates.ts";
import type { HistoryLimit, LimitPeriod } from "./mechanisms/history-limit.ts";
import { testsWithin } from "./mechanisms/index.ts";
import type { Case } from "./types.ts";

/** The times that a benefit may be had, and that are left. */
export interface TimesLeft {
  per: LimitPeriod;
  most: number;
  left: number;
}

/**
 * The times that the benefit of the case may still be granted in the period of its tightest limit, by the history of the case; null where its
 * rules limit nothing, or the limit isn't known. Entries that say too little count: a person is not promised what may be refused.
 */
export function timesLeft(policy: Policy, facts: Case): TimesLeft | null {
  const limits = (policy.benefits.get(facts.benefit)?.source.tests ?? [])
    .flatMap(({ rule }) => testsWithin(rule))
    .flatMap((node): TimesLeft[] => {
      if (node.kind !== "history-limit") return [];
      const most = mostOf(policy, facts, node);
      if (most === null) return [];
      const had = (facts.history ?? []).filter(
        ({ benefit, on }) =>
          (benefit === undefined || node.benefits.includes(benefit)) && isWithin(node.per, facts.appliedOn, on),
      ).length;
      return [{ per: node.per, most, left: Math.max(0, most - had) }];
    });
  return limits.toSorted((a, b) => a.left - b.left)[0] ?? null;
}

function mostOf(policy: Policy, facts: Case, { fewerThan }: HistoryLimit): number | null {
  const value =
    typeof fewerThan === "number" ? fewerThan : policy.parameters.get(fewerThan.name)?.read({ case: facts, used: {} });
  return typeof value === "number" ? value : null;
}

function isWithin(per: LimitPeriod, day: string, on: string | undefined): boolean {
  if (per === "ever" || on === undefined) return true;
  return per === "calendar-year"
    ? calendarYear(on) === calendarYear(day)
    : dateNumber(on) > monthsAfterNumber(day, -12) && on <= day;
}
