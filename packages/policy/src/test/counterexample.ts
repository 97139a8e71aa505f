import fc from "fast-check";

/** The smallest input for which a property does not hold, or null. Said as a value, so that a test can expect none. */
export function counterexample<T>(
  property: fc.IProperty<T> | fc.IPropertyWithHooks<T>,
  numRuns: number,
): string | null {
  const { failed, counterexample: input, errorInstance } = fc.check(property, { numRuns });
  if (!failed) return null;
  const reason = errorInstance instanceof Error ? errorInstance.message : "does not hold";
  return `${fc.stringify(input)}: ${reason}`;
}

/** Where the condition holds, so must the conclusion. */
export function implies(condition: boolean, conclusion: boolean): boolean {
  return !condition || conclusion;
}
