import { describe, expect, it } from "vitest";
import { foldCode, sameLabel } from "./written-code.ts";
import { readChineseNumber, readDecimal } from "./written-number.ts";

describe("a number of a paper", () => {
  it.each([
    ["S000132000001265000905", "S000132000001265000905"],
    ["Ｓ０００１３２０００００１２６５０００９０５", "S000132000001265000905"],
    ["s0001 3200 0001 2650 0090 5", "S000132000001265000905"],
    ["jz-2026-001", "JZ-2026-001"],
    ["JZ－2026－001", "JZ-2026-001"],
    ["JZ—2026— 001", "JZ-2026-001"],
    ["６-３１-０１-０３", "6-31-01-03"],
  ])("%s is stored as %s", (text, stored) => expect(foldCode(text)).toBe(stored));

  it.each(["教室 999", "教室999", "教室　999", "教室 ９９９"])("a room called %j is the same room", (name) =>
    expect(sameLabel(name, "教室999")).toBe(true),
  );
});

describe("a decimal as people write it", () => {
  it.each<[string, number | undefined, string[]?]>([
    ["85", 85],
    ["８５", 85],
    ["80.25", 80.25],
    ["1,200", 1200],
    ["60课时", 60, ["课时"]],
    ["91 分", 91, ["分"]],
    ["0x50", undefined],
    ["1e2", undefined],
    ["-1", undefined],
    ["课时", undefined, ["课时"]],
    ["", undefined],
    ["9".repeat(400), undefined],
  ])("%j is %j", (text, number, units) => expect(readDecimal(text, units)).toBe(number));

  it.each([
    ["一", 1],
    ["两", 2],
    ["十", 10],
    ["十二", 12],
    ["三十", 30],
    ["三十六", 36],
    ["12", 12],
    ["三六", undefined],
    ["", undefined],
  ])("%j is %j", (text, number) => expect(readChineseNumber(text)).toBe(number));
});
