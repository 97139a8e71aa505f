import { describe, expect, it } from "vitest";
import { distance, oddities, type SignInTrace } from "./live-oddities.ts";

const ROOM = { latitude: 32.39, longitude: 120.56 };
const trace = (at: number, given: Partial<SignInTrace> = {}): SignInTrace => ({
  at,
  device: null,
  latitude: null,
  longitude: null,
  ...given,
});
const spread = Array.from({ length: 8 }, (_one, index) => trace(index * 20_000));

describe("what looks odd in a session", () => {
  it.each<[string, SignInTrace[], [string, number][]]>([
    ["nothing in sign-ins spread over minutes", spread, []],
    [
      "two on one phone",
      [trace(0, { device: "a" }), trace(9_000, { device: "a" }), trace(19_000, { device: "b" })],
      [["one-device", 2]],
    ],
    [
      "five within three seconds",
      [0, 500, 1_000, 2_000, 3_000, 60_000].map((at) => trace(at)),
      [["within-seconds", 5]],
    ],
    ["four within three seconds is a queue at the door", [0, 500, 1_000, 2_000].map((at) => trace(at)), []],
    ["a phone in another city", [trace(0, { latitude: 31.2, longitude: 121.4 })], [["outside-place", 1]]],
    ["a phone in the next house", [trace(0, { latitude: 32.391, longitude: 120.561 })], []],
  ])("%s", (_what, traces, expected) => {
    expect(oddities(traces, ROOM).map(({ code, count }) => [code, count])).toEqual(expected);
  });
  it("measures metres", () => {
    expect(distance(ROOM, { latitude: 32.4, longitude: 120.56 })).toBeCloseTo(1_112, -1);
    expect(distance(ROOM, { latitude: null, longitude: null })).toBe(0);
  });
});
