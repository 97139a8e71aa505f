import { describe, expect, it } from "vitest";
import { makeBankCard, maskBankCard, parseBankCard, parsePayeeNumber } from "./bank-card.ts";
import { maskMobile, parseMobile } from "./phone.ts";
import { maskPersonName, parsePersonName, samePersonName, searchText } from "./person-name.ts";

describe("a mobile number", () => {
  it.each([
    "13862700001",
    "+86 138 6270 0001",
    "0086-138-6270-0001",
    "１３８６２７００００１",
    "\u202d13862700001\u202c",
    "8613862700001",
    "(138)6270-0001",
  ])("reads %s", (text) => expect(parseMobile(text)).toEqual({ ok: true, value: "13862700001" }));
  it.each([
    ["", "mobile-empty"],
    ["12862700001", "mobile-shape"],
    ["1386270000", "mobile-shape"],
    ["0513-87654321", "mobile-shape"],
  ])("refuses %j as %s", (text, code) => expect(parseMobile(text)).toMatchObject({ code }));
  it("is masked in the middle, and whole where it is none", () => {
    expect(maskMobile("13862700001")).toBe("138****0001");
    expect(maskMobile("0513876")).toBe("*******");
  });
});

describe("a bank card", () => {
  it.each(["4111111111111111", "4111 1111 1111 1111", makeBankCard("621700123456789012")])("accepts %s", (text) =>
    expect(parseBankCard(text).ok).toBe(true),
  );
  it.each([
    ["", "card-empty"],
    ["62170012", "card-shape"],
    ["0111111111111111", "card-shape"],
    ["4111111111111112", "card-checksum"],
    ["1411111111111111", "card-checksum"],
  ])("refuses %j as %s", (text, code) => expect(parseBankCard(text)).toMatchObject({ code }));
  it.each([
    ["4111 1111 1111 1111", { number: "4111111111111111", unusual: false }],
    ["4111111111111112", { number: "4111111111111112", unusual: true }],
    ["190001508123456", { number: "190001508123456", unusual: true }],
    ["０６２１７００１２３", { number: "0621700123", unusual: true }],
  ])("%s as a payee's number is %j", (text, value) => expect(parsePayeeNumber(text)).toEqual({ ok: true, value }));
  it.each(["62170012", "6217-abc-0000000", "1".repeat(26)])("%s is nobody's account", (text) =>
    expect(parsePayeeNumber(text)).toMatchObject({ code: "card-shape" }),
  );
  it("shows four digits at each end", () => {
    expect(maskBankCard("4111 1111 1111 1234")).toBe("4111********1234");
    expect(maskBankCard("41111234")).toBe("********");
  });
});

describe("a person's name", () => {
  it.each([
    ["张 三", "张三"],
    ["　张　小三 ", "张小三"],
    ["阿卜杜•热依木", "阿卜杜·热依木"],
    ["阿卜杜.热依木", "阿卜杜·热依木"],
    ["吴䶮", "吴䶮"],
    ["𠮷野", "𠮷野"],
    ["刘〇", "刘〇"],
    ["Anna  Maria O'Neil", "Anna Maria O'Neil"],
    ["Anna O’Neil", "Anna O'Neil"],
    ["ＪＯＨＮ　Ｓｍｉｔｈ", "JOHN Smith"],
    ["\u2F45\u2F29\u2F5F", "方小玉"],
    ["\u2EA0\u2EE2", "民马"],
    ["\u2ED3长\u31D0", "长长一"],
    ["吴\uE863", "吴䶮"],
    ["\uF9E1明", "李明"],
    ["刘○", "刘〇"],
    ["葛\uDB40\uDD00倩", "葛倩"],
    ["\u202d张\u2060三\u00ad", "张三"],
    ...[..."•・･‧∙⋅●˙﹒．。｡"].map((dot) => [`买买提${dot}艾力`, "买买提·艾力"]),
  ])("%j reads as %j", (text, name) => expect(parsePersonName(text)).toEqual({ ok: true, value: name }));
  it.each([
    ["  ", "name-empty"],
    ["张三1", "name-characters"],
    ["张\uE000", "name-characters"],
    ["张\u2E80", "name-characters"],
    ["Аnna", "name-characters"],
    ["=1+1", "name-characters"],
    ["·张三", "name-characters"],
    ["张".repeat(51), "name-too-long"],
  ])("refuses %j as %s", (text, code) => expect(parsePersonName(text)).toMatchObject({ code }));
  it.each([
    ["\u2F45\u2F29\u2F5F", "方小玉", true],
    ["Anna O'Neil", "ANNA O’NEIL", true],
    ["John Smith", "JOHN SMITH", true],
    ["Mary Jane", "MARYJANE", true],
    ["买买提•吐尔逊", "买买提·吐尔逊", true],
    ["李 春 梅", "李春梅", true],
    ["吴\uE863", "吴䶮", true],
    ["李春梅", "李春海", false],
    ["方小玉", "方小王", false],
    ["Anna", "Anne", false],
  ])("%j and %j are one name: %s", (one, other, same) => expect(samePersonName(one, other)).toBe(same));
  it.each([
    ["李 春 梅", "李春梅"],
    ["阿卜杜•热依木", "阿卜杜·热依木"],
    ["阿卜杜•", "阿卜杜·"],
    ["ＢＴ２０２０", "BT2020"],
    ["\u202d如皋（示例）学校\u202c", "如皋（示例）学校"],
  ])("who looks for %j finds %j", (typed, stored) => expect(searchText(typed)).toBe(stored));
  it.each([
    ["张三", "张*"],
    ["张小三", "张*三"],
    ["欧阳文修", "欧**修"],
    ["阿卜杜·热依木", "阿**·**木"],
    ["吴䶮", "吴*"],
    ["𠮷野三", "𠮷*三"],
    ["张", "*"],
    ["", ""],
  ])("%s is published as %s", (name, masked) => expect(maskPersonName(name)).toBe(masked));
});
