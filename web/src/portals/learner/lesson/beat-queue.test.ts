import { expect, test } from "vitest";
import { BeatQueue } from "./beat-queue.ts";

const beat = (from: number, to: number, visible = true) => ({ from, to, rate: 1, visible });

test.each([
  { played: [beat(0, 10)], furthestMs: 10_000, lost: null },
  { played: [beat(0, 10)], furthestMs: 8_000, lost: null },
  { played: [beat(0, 4), beat(4, 16, false), beat(16, 48)], furthestMs: 4_000, lost: "hidden" },
  { played: [beat(0, 10), beat(13, 20)], furthestMs: 10_000, lost: "gap" },
])("played $played with $furthestMs counted: lost $lost", ({ played, furthestMs, lost }) => {
  const queue = new BeatQueue();
  queue.add(played);
  queue.take();
  expect(queue.lost(furthestMs)).toBe(lost);
  queue.reset();
  expect(queue.lost(furthestMs)).toBeNull();
});

test("beats that didn't arrive go again, before the newer ones, and nothing is lost meanwhile", () => {
  const queue = new BeatQueue();
  queue.add([beat(0, 10)]);
  const sent = queue.take();
  queue.add([beat(10, 20)]);
  queue.giveBack(sent);
  expect(queue.lost(0)).toBeNull();
  expect(queue.take().map(({ fromMs }) => fromMs)).toEqual([0, 10_000]);
  expect(queue.lost(20_000)).toBeNull();
});
