import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, exact, FloorsExceedSum } from "./index.ts";

const YUAN = 100;

const weights = (shares: Record<string, number>, limits: { floor?: Record<string, number>; ceiling?: number } = {}) =>
  Object.entries(shares).map(([key, weight]) => ({
    key,
    weight: exact(weight),
    floor: limits.floor?.[key],
    ceiling: limits.ceiling,
  }));

describe("worked cases", () => {
  it.each([
    {
      name: "three towns by score (G3)",
      sum: 10_000_000 * YUAN,
      shares: weights({ a: 50, b: 30, c: 20 }),
      parts: [5_000_000 * YUAN, 3_000_000 * YUAN, 2_000_000 * YUAN],
    },
    {
      name: "equipment by volume × quality (I7)",
      sum: 1_000_000 * YUAN,
      shares: weights({ a: 54_000, b: 24_000, c: 5000 }),
      parts: [65_060_241, 28_915_663, 6_024_096],
    },
    {
      name: "at most 300,000 each: what nobody can take stays (I7)",
      sum: 1_000_000 * YUAN,
      shares: weights({ a: 54_000, b: 24_000, c: 5000 }, { ceiling: 300_000 * YUAN }),
      parts: [300_000 * YUAN, 300_000 * YUAN, 300_000 * YUAN],
      left: 100_000 * YUAN,
    },
    {
      name: "a floor of 90 % of last year, the others scaled (G3)",
      sum: 10_000_000 * YUAN,
      shares: weights({ a: 30, b: 40, c: 30 }, { floor: { a: 3_600_000 * YUAN } }),
      parts: [3_600_000 * YUAN, 365_714_286, 274_285_714],
    },
    { name: "equal remainders: the earlier one", sum: 100, shares: weights({ a: 1, b: 1, c: 1 }), parts: [34, 33, 33] },
    { name: "no weight, no part", sum: 100, shares: weights({ a: 0, b: 0 }), parts: [0, 0], left: 100 },
  ])("$name", ({ sum, shares, parts, left = 0 }) => {
    const result = apportion(sum, shares);
    expect({ parts: [...result.parts.values()], left: result.left }).toEqual({ parts, left });
  });

  it("refuses floors above the sum", () => {
    expect(() => apportion(10, weights({ a: 1, b: 1 }, { floor: { a: 6, b: 6 } }))).toThrow(FloorsExceedSum);
  });
});

it("adds up to the fen, keeps floors and ceilings, and never gives a heavier weight less", () => {
  const share = fc.record({
    weight: fc.integer({ min: 0, max: 10_000 }),
    floor: fc.integer({ min: 0, max: 500 }),
    above: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), fc.integer({ min: 6000, max: 1e9 }), (rows, sum) => {
      const shares = rows.map(({ weight, floor, above }, key) => ({
        key,
        weight: exact(weight),
        floor,
        ceiling: above === undefined ? undefined : floor + above,
      }));
      const { parts, left } = apportion(sum, shares);
      expect([...parts.values()].reduce((total, part) => total + part, left)).toBe(sum);
      expect(left).toBeGreaterThanOrEqual(0);
      for (const { key, floor, ceiling } of shares) {
        const part = parts.get(key) ?? -1;
        expect(part).toBeGreaterThanOrEqual(floor);
        if (ceiling !== undefined) expect(part).toBeLessThanOrEqual(ceiling);
      }
      // Only who has no weight, or is at the ceiling, leaves something behind.
      if (left > 0)
        for (const { key, ceiling, weight } of shares)
          expect(weight.equals(0) || parts.get(key) === ceiling).toBe(true);
    }),
  );
});
