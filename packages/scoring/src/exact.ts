import { Fraction } from "fraction.js";

/** A number without binary error: what a person wrote (`0.6`, `"92.50"`), a whole number, or a fraction. */
export type Exact = Fraction;

/** Reads a number as the decimal it prints as, so that 0.1 is a tenth. Refuses NaN and infinity. */
export function exact(value: number | bigint | string | Fraction): Exact {
  if (value instanceof Fraction) return value;
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) throw new RangeError(`${text} is not a plain decimal.`);
  return new Fraction(text);
}

export const ZERO = exact(0);
export const least = (one: Exact, other: Exact): Exact => (one.compare(other) <= 0 ? one : other);
export const greatest = (one: Exact, other: Exact): Exact => (one.compare(other) >= 0 ? one : other);

/** Rounds half up (away from zero) to `places` decimals, for show: comparisons use the exact value. */
export function rounded(value: Exact, places = 2): number {
  const scale = 10 ** places;
  const magnitude = value.abs().mul(scale).add(1, 2).floor();
  return (value.compare(0) < 0 ? -1 : 1) * (Number(magnitude.toFraction()) / scale);
}
