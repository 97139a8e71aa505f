import { exact, ZERO, type Exact } from "./exact.ts";

/** A receiver of a part: its weight, and the least and the most it may get, in fen. */
export interface Share<Key> {
  readonly key: Key;
  readonly weight: Exact;
  readonly floor?: number | undefined;
  readonly ceiling?: number | undefined;
}

/** Thrown where the floors alone are more than the sum. */
export class FloorsExceedSum extends RangeError {
  readonly floors: number;
  readonly sum: number;
  constructor(floors: number, sum: number) {
    super(`Floors of ${floors} fen exceed the sum of ${sum} fen.`);
    this.floors = floors;
    this.sum = sum;
  }
}

/**
 * Divides `sum` fen by weights. Whoever would fall under the floor or rise over the ceiling is set there, and the rest is divided anew among the others.
 * The parts are whole fen by largest remainder (on equal remainders the earlier one), and with `left` add up to the sum exactly. `left` is more than 0 only
 * when everybody is at the ceiling or has no weight. Clauses (十六) G3, (十) I7.
 */
export function apportion<Key>(sum: number, shares: readonly Share<Key>[]): { parts: Map<Key, number>; left: number } {
  if (!Number.isSafeInteger(sum) || sum < 0) throw new RangeError("The sum must be whole fen, not below zero.");
  const floors = shares.reduce((total, { floor = 0 }) => total + floor, 0);
  if (floors > sum) throw new FloorsExceedSum(floors, sum);
  const set = new Map<Key, number>();
  let open = [...shares];
  for (;;) {
    const rest = sum - [...set.values()].reduce((total, part) => total + part, 0);
    const weights = open.reduce((total, { weight }) => total.add(weight), ZERO);
    const ideals = open.map((share) => ({
      share,
      ideal: weights.compare(0) > 0 ? exact(rest).mul(share.weight).div(weights) : ZERO,
    }));
    const low = ideals.filter(({ share, ideal }) => ideal.compare(share.floor ?? 0) < 0);
    const high = ideals.filter(({ share, ideal }) => share.ceiling !== undefined && ideal.compare(share.ceiling) > 0);
    if (low.length === 0 && high.length === 0) {
      for (const [key, part] of wholeFen(rest, ideals)) set.set(key, part);
      break;
    }
    const shortage = low.reduce((total, { share, ideal }) => total.add(exact(share.floor ?? 0).sub(ideal)), ZERO);
    const surplus = high.reduce((total, { share, ideal }) => total.add(ideal.sub(exact(share.ceiling ?? 0))), ZERO);
    // Those on the heavier side are certain; the others may move back once they are set.
    const certain = shortage.compare(surplus) >= 0 ? low : high;
    for (const { share } of certain) set.set(share.key, (certain === low ? share.floor : share.ceiling) ?? 0);
    open = open.filter(({ key }) => !set.has(key));
  }
  const parts = new Map(shares.map(({ key }) => [key, set.get(key) ?? 0]));
  return { parts, left: sum - [...parts.values()].reduce((total, part) => total + part, 0) };
}

/** Whole fen by largest remainder. */
function* wholeFen<Key>(rest: number, ideals: readonly { share: Share<Key>; ideal: Exact }[]): Iterable<[Key, number]> {
  const given = ideals.map(({ share, ideal }) => {
    const whole = Number(ideal.floor().toFraction());
    return { key: share.key, whole, remainder: ideal.sub(whole) };
  });
  const wanted = ideals.some(({ ideal }) => ideal.compare(0) > 0) ? rest : 0;
  let missing = wanted - given.reduce((total, { whole }) => total + whole, 0);
  const more = new Set<Key>();
  for (const { key } of given.toSorted((one, other) => other.remainder.compare(one.remainder))) {
    if (missing-- <= 0) break;
    more.add(key);
  }
  for (const { key, whole } of given) yield [key, whole + (more.has(key) ? 1 : 0)];
}
