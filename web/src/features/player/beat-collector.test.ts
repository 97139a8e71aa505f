import { expect, test } from "vitest";
import { BeatCollector } from "./beat-collector.ts";

test("a beat covers what was played, and a jump starts another", () => {
  const collector = new BeatCollector();
  for (const at of [0, 0.25, 0.5, 5, 5.25]) collector.at(at, 1);
  expect(collector.take()).toEqual([
    { from: 0, to: 0.5, rate: 1 },
    { from: 5, to: 5.25, rate: 1 },
  ]);
  collector.at(5.5, 1);
  expect(collector.take()).toEqual([{ from: 5.25, to: 5.5, rate: 1 }]);
  collector.stop();
  expect(collector.take()).toEqual([]);
});
