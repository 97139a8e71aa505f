/** The part of a decision that all engines must agree on: outcome, each test, amount. */
export interface Answer {
  outcome: "granted" | "refused";
  met: readonly boolean[];
  amountFen: number;
}

export const TESTS = [
  "contract-one-year",
  "within-twelve-months",
  "certificate-kind",
  "not-work-for-training",
  "not-repeated",
] as const;

export function sameAnswer(a: Answer, b: Answer): boolean {
  return a.outcome === b.outcome && a.amountFen === b.amountFen && a.met.every((met, at) => met === b.met[at]);
}
