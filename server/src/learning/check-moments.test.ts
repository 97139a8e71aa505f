import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeQuestion, nextCheckMs } from "./check-moments.ts";

const minute = 60_000;

describe("where a check falls", () => {
  it.each<[string, number, number, [number, number] | null]>([
    ["a long lesson: three to eight minutes on", 0, 60 * minute, [3 * minute, 8 * minute]],
    ["further on the same", 20 * minute, 60 * minute, [23 * minute, 28 * minute]],
    ["a clip of 48 seconds: in its middle", 0, 48_000, [19_200, 43_200]],
    ["the last two minutes: nowhere", 58 * minute, 60 * minute, null],
    ["a clip of ten seconds: nowhere", 0, 10_000, null],
  ])("%s", (_name, from, duration, expected) => {
    expect(nextCheckMs(from, duration, (low) => low)).toBe(expected?.[0] ?? null);
    expect(nextCheckMs(from, duration, (_low, high) => high)).toBe(expected?.[1] ?? null);
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

describe("the question", () => {
  it("has four different answers, one of them right", () => {
    for (let n = 0; n < 200; n += 1) {
      const { text, options, answer } = makeQuestion();
      const [a = 0, b = 0] = (text.match(/\d+/g) ?? []).map(Number);
      expect(new Set(options).size).toBe(4);
      expect(options[answer]).toBe(String(a + b));
    }
  });
});
