import type { Fact } from "./fact-kinds.ts";

/** Identity of a fact among those of a person and kind: a second one with this key corrects the first. */
export function keyOf({ value }: Fact): string {
  if ("asOf" in value) return value.asOf;
  if ("obtainedOn" in value) return value.obtainedOn;
  if ("grantedOn" in value) return `${value.grantedOn} ${value.occupation}`;
  return value.from;
}

/** Effect of a fact beside the current ones of its person and kind: new, a correction of one, or nothing new. */
export type FactPlan =
  | { outcome: "same" }
  | { outcome: "add"; fact: Fact }
  | { outcome: "change"; fact: Fact; replaces: string };

export function planFact(fact: Fact, known: readonly { id: string; fact: Fact }[]): FactPlan {
  const before = known.find((other) => keyOf(other.fact) === keyOf(fact));
  if (before === undefined) return { outcome: "add", fact };
  return canonical(before.fact.value) === canonical(fact.value)
    ? { outcome: "same" }
    : { outcome: "change", fact, replaces: before.id };
}

/** Missing and empty fields are the same, in whatever order they stand. */
const canonical = (value: object): string =>
  JSON.stringify(
    Object.entries(value)
      .filter(([, held]) => held !== null && held !== undefined)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
