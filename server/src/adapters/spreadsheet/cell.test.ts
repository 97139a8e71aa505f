import { expect, test } from "vitest";
import { readCell } from "./cell.ts";

/** The least processor time of five readings of a cell: what it costs without what else the machine does. */
function cost(spaces: number): number {
  const cell = `x${" ".repeat(spaces)}x`;
  const times = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage().user;
    for (let n = 0; n < 20; n += 1) readCell(cell);
    return process.cpuUsage().user - began;
  });
  return Math.max(50, Math.min(...times));
}

test("a cell of inner white space costs in proportion to its length", () => {
  cost(1_000);
  // Quadratic work would grow a hundredfold, and the longer one would take minutes.
  expect(cost(40_000) / cost(4_000)).toBeLessThan(60);
  expect(readCell("\u3000 王芳\u00A0\uFEFF").text).toBe("王芳");
  expect(readCell("a\ud800b").text).toBe("a\ufffdb");
});
