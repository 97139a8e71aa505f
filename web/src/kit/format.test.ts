import { expect, test } from "vitest";
import { formatPeriod, formatSeconds, formatShort, formatYuan } from "./format.ts";

test("fen are shown as yuan, in full or short", () => {
  expect(formatYuan(123450)).toBe("1,234.50");
  expect(formatYuan(120000)).toBe("1,200");
  expect(formatYuan(120000, { fen: "always" })).toBe("1,200.00");
  expect(formatShort(35_500_000)).toBe("3,550万");
});

test("periods name the second year only where it differs", () => {
  expect(formatPeriod("2020-03-01", "2020-03-20")).toBe("2020-03-01 至 03-20");
  expect(formatPeriod("2019-12-01", "2020-01-20")).toBe("2019-12-01 至 2020-01-20");
});

test("lengths of time are read as on a clock", () => {
  expect(formatSeconds(3725)).toBe("1:02:05");
  expect(formatSeconds(125)).toBe("2:05");
});
