import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chineseCapitals, fen, formatYuan, parseYuan, rateOfFen, sumFen } from "./fen.ts";

describe("money in fen", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2n ** 60n])("refuses %s", (value) =>
    expect(() => fen(value)).toThrow(RangeError),
  );
  it("takes whole numbers and the ledger's bigints", () => {
    expect(fen(60_000n)).toBe(60_000);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
  it("adds without losing a fen, and refuses what does not fit", () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([100_000, 20_000n, -1])).toBe(119_999);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumFen([0.1])).toThrow(RangeError);
  });

  it.each([
    [4_560_000, "45,600.00"],
    [0, "0.00"],
    [5, "0.05"],
    [-123_456_789, "-1,234,567.89"],
    [7_000_000_000, "70,000,000.00"],
  ])("%i fen is %s yuan", (amount, text) => expect(formatYuan(amount)).toBe(text));

  it.each([
    ["45,600.00", 4_560_000],
    ["￥1,200.5", 120_050],
    ["１２００元", 120_000],
    ["-0.05", -5],
  ])("reads %s yuan", (text, value) => expect(parseYuan(text)).toEqual({ ok: true, value }));
  it.each([
    ["", "amount-empty"],
    ["1.005", "amount-shape"],
    ["4,56", "amount-shape"],
    ["1,2000", "amount-shape"],
    ["约1200", "amount-shape"],
    ["1e5", "amount-shape"],
    ["99999999999999999", "amount-too-large"],
  ])("refuses %j as %s", (text, code) => expect(parseYuan(text)).toMatchObject({ code }));
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(parseYuan(formatYuan(amount))).toEqual({ ok: true, value: fen(amount) });
      }),
    );
  });

  it.each([
    [120_000, 0.5, 60_000],
    [120_000, 0.65, 78_000],
    [1, 0.5, 1],
    [3, 0.5, 2],
    [-1, 0.5, -1],
    // In binary fractions 1.005 × 100 is 100.49999999999999, which would round down.
    [100, 1.005, 101],
    [33_333, 0.3, 10_000],
    [999, 0, 0],
  ])("%i fen × %d is %i", (amount, rate, expected) => expect(rateOfFen(amount, rate)).toBe(expected));
  it("refuses a rate that is no plain decimal", () => {
    expect(() => rateOfFen(100, Number.NaN)).toThrow(RangeError);
    expect(() => rateOfFen(100, 1e-9)).toThrow(RangeError);
  });
});

describe("Chinese capitals", () => {
  it.each([
    [0, "人民币零元整"],
    [1, "人民币壹分"],
    [10, "人民币壹角整"],
    [1_000, "人民币壹拾元整"],
    [4_560_000, "人民币肆万伍仟陆佰元整"],
    // The examples of 支付结算办法 附一.
    [140_950, "人民币壹仟肆佰零玖元伍角整"],
    [600_714, "人民币陆仟零柒元壹角肆分"],
    [168_032, "人民币壹仟陆佰捌拾元叁角贰分"],
    [10_700_053, "人民币壹拾万零柒仟元伍角叁分"],
    [1_640_902, "人民币壹万陆仟肆佰零玖元零贰分"],
    [32_504, "人民币叁佰贰拾伍元零肆分"],
    [7_000_000_000, "人民币柒仟万元整"],
    [10_000_000_100, "人民币壹亿零壹元整"],
    [10_001_000_000, "人民币壹亿零壹万元整"],
    [-5_000, "人民币负伍拾元整"],
    [9_007_199_254_740_991, "人民币玖拾万亿零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分"],
  ])("%i fen is %s", (amount, text) => expect(chineseCapitals(amount)).toBe(text));
});
