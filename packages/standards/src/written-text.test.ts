import { describe, expect, it } from "vitest";
import { firstCharacters, normaliseCode, writtenLength, writtenLine, writtenText } from "./written-text.ts";

describe("text as people paste it", () => {
  it.each([
    ["\u202d13862700001\u202c", "13862700001"],
    ["\u2066 3206 82\u2069", "320682"],
    ["\u001f１２\u00a0３\u3000４", "1234"],
    ["ab\u00ad\u3164\ufe0f\u{e0041}c", "abc"],
  ])("a code %j is %j", (text, code) => expect(normaliseCode(text)).toBe(code));
  it.each([
    ["\u202e 没有来上课\u202c\ufeff ", "没有来上课"],
    ["第一行\n第二行", "第一行\n第二行"],
    ["第一行\r\n第二行\r第三行\u2028第四行", "第一行\n第二行\n第三行\n第四行"],
    ["没有\u0008来\u0085上课\u001b", "没有来上课"],
    ["\u200b\u2060", ""],
    ["👨\u200d🏭 焊工", "👨\u200d🏭 焊工"],
  ])("a sentence %j is stored as %j", (text, stored) => expect(writtenText(text)).toBe(stored));
  it.each([
    [" 𠮷野家 ", 3],
    ["😀😀", 2],
    ["\u202e吴䶮\ufeff", 2],
  ])("%j has %i characters", (text, length) => expect(writtenLength(text)).toBe(length));
  it.each([
    ["电工班\r\n BEGIN:VEVENT", "电工班 BEGIN:VEVENT"],
    ["电工\t五级 班\n", "电工 五级 班"],
  ])("a name %j is stored as %j", (text, stored) => expect(writtenLine(text)).toBe(stored));
  it.each([
    ["甲😀乙", "甲😀"],
    ["😀😀😀", "😀😀"],
    ["甲", "甲"],
  ])("of %j the first two are %j", (text, first) => expect(firstCharacters(text, 2)).toBe(first));
});
