/** How a cost grows with the county, and whether that is too much. */
import { round } from "../measure.ts";

/** Milliseconds that a page may cost in a county of up to so many people. */
const LIMITS = [
  { people: 100_000, ms: 100 },
  { people: Infinity, ms: 300 },
];
/** Costs below this many milliseconds are alike: what a request costs anyway. */
const FLOOR = 5;
/** A cost that grows with the county has the exponent 1; a little more is the logarithm of an index and the noise of a machine. */
const LINEAR = 1.15;
/** Milliseconds from which growth is worth a word. */
const WORTH = 20;

export interface Grown {
  name: string;
  kind: string;
  /** Cost at each size, in order of size; undefined where it wasn't met. */
  warm: (number | undefined)[];
  cold: (number | undefined)[];
}

/** Exponent of the growth from the smallest size to the largest. */
export function exponentOf(sizes: readonly number[], costs: readonly (number | undefined)[]): number | undefined {
  const [first, last] = [costs[0], costs.at(-1)];
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined || !small || !large || small === large) return undefined;
  return round(Math.log(Math.max(FLOOR, last) / Math.max(FLOOR, first)) / Math.log(large / small), 2);
}

/** Sentences about what grows too much. */
export function tooMuch(sizes: readonly number[], { kind, warm }: Grown): string | undefined {
  const last = warm.at(-1);
  if (last === undefined) return undefined;
  const exponent = exponentOf(sizes, warm);
  if (exponent !== undefined && exponent > LINEAR && last > WORTH) return `worse than linear (${exponent})`;
  const limit = LIMITS.find(({ people }) => (sizes.at(-1) ?? 0) <= people)?.ms ?? 0;
  if ((kind === "page" || kind === "list") && last > limit) return `over ${limit} ms`;
  return undefined;
}
