import { expect, test } from "vitest";
import { BeatCollector } from "./beat-collector.ts";

test("a beat covers what was played, and a jump starts another", () => {
  const collector = new BeatCollector();
  for (const at of [0, 0.25, 0.5, 5, 5.25]) collector.at(at, 1);
  expect(collector.take()).toEqual([
    { from: 0, to: 0.5, rate: 1, visible: true },
    { from: 5, to: 5.25, rate: 1, visible: true },
  ]);
  collector.at(5.5, 1);
  expect(collector.take()).toEqual([{ from: 5.25, to: 5.5, rate: 1, visible: true }]);
  collector.stop();
  expect(collector.take()).toEqual([]);
});

test("a glance elsewhere voids only its own seconds", () => {
  const collector = new BeatCollector();
  for (const at of [0, 0.25, 0.5]) collector.at(at, 1, true);
  for (const at of [0.75, 1]) collector.at(at, 1, false);
  for (const at of [1.25, 1.5]) collector.at(at, 1, true);
  expect(collector.take()).toEqual([
    { from: 0, to: 0.5, rate: 1, visible: true },
    { from: 0.5, to: 1, rate: 1, visible: false },
    { from: 1, to: 1.5, rate: 1, visible: true },
  ]);
});
