import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCheckMs } from "./check-moments.ts";

const minute = 60_000;

describe("where a check falls", () => {
  it.each<[string, number, number, [number, number] | null]>([
    ["a long lesson: three to eight minutes on", 0, 60 * minute, [3 * minute, 8 * minute]],
    ["further on the same", 20 * minute, 60 * minute, [23 * minute, 28 * minute]],
    ["a clip of 48 seconds: in its middle", 0, 48_000, [19_200, 43_200]],
    ["the last two minutes: nowhere", 58 * minute, 60 * minute, null],
    ["a clip of ten seconds: nowhere", 0, 10_000, null],
  ])("%s", (_name, from, duration, expected) => {
    expect(nextCheckMs(from, duration, [], (low) => low)).toBe(expected?.[0] ?? null);
    expect(nextCheckMs(from, duration, [], (_low, high) => high)).toBe(expected?.[1] ?? null);
  });

  it("is always ahead and within the lesson", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4 * 60 * minute }), fc.nat({ max: 4 * 60 * minute }), (from, length) => {
        const due = nextCheckMs(from, from + length);
        expect(due === null || (due > from && due < from + length)).toBe(true);
      }),
    );
  });
});

const earliest = (low: number) => low;

describe("an author's question", () => {
  it.each<[string, number[], number]>([
    ["is waited for where it lies in the stretch", [4 * minute], 4 * minute + 1],
    ["changes nothing where the check falls after it", [2 * minute], 3 * minute],
    ["changes nothing where it lies further on", [9 * minute], 3 * minute],
    ["is the first of several", [6 * minute, 5 * minute], 5 * minute + 1],
  ])("%s", (_name, at, due) => {
    const checks = at.map((atMs) => ({ atMs }));
    expect(nextCheckMs(0, 60 * minute, checks, earliest)).toBe(due);
  });
});
