import { describe, expect, it } from "vitest";
import { findOccupation } from "./occupation.ts";
import { tradeOf, trades, tradesByWord } from "./trade.ts";

describe("people's words lead to a trade", () => {
  it.each([
    ["电焊", "焊工"],
    ["我想学电焊", "焊工"],
    ["烧菜", "烹调"],
    ["护工", "养老护理"],
    ["月嫂", "育婴保育"],
    ["CNC", "数控车铣"],
    ["修 车", "汽车维修"],
    ["快递", "快递配送"],
  ])("%s → %s", (text, name) => {
    expect(tradesByWord(text).map((trade) => trade.name)).toContain(name);
  });

  it("one character is too little to be part of a word, and nothing finds nothing", () => {
    expect(tradesByWord("电")).toEqual([]);
    expect(tradesByWord("  ")).toEqual([]);
    expect(tradesByWord("潜水")).toEqual([]);
  });
});

describe("an occupation has the trade of its longest beginning", () => {
  it.each([
    ["6-18-02-04", "焊工"],
    ["6-18-01-01", "数控车铣"],
    ["6-31-01-02", "钳工装配"],
    ["6-31-01-03", "电工"],
    ["6-30-05-02", "叉车"],
    ["6-30-05-07", "起重装卸"],
    ["6-29-03-03", "电梯安装"],
  ])("%s → %s", (code, name) => {
    expect(tradeOf(code)?.name).toBe(name);
  });

  it("whole groups only: 5-01 is no beginning of 5-010", () => {
    expect(tradeOf("5-010-01-01")).toBeUndefined();
    expect(tradeOf("7-01-01-01")).toBeUndefined();
  });

  it("codes named in full are those of the classification, as far as the excerpt has them", () => {
    const named = trades.flatMap((trade) => trade.occupations).filter((code) => findOccupation(code));
    expect(named.length).toBeGreaterThan(10);
  });
});
