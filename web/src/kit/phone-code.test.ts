import { expect, test } from "vitest";
import { mobileFault, readMobile } from "./phone-code.ts";

test.each([
  "13812345678",
  "138 1234 5678",
  "+86 13812345678",
  "+8613812345678",
  "008613812345678",
  "138-1234-5678",
  "１３８１２３４５６７８",
  "\u202d13812345678\u202c",
])("%j is read as the number", (typed) => {
  expect(readMobile(typed)).toBe("13812345678");
  expect(mobileFault(typed)).toBeUndefined();
});

test.each([
  ["", "请填写手机号码。"],
  ["138123456", "手机号码应为 1 开头的 11 位数字，现在是 9 位。"],
  ["138123456789", "手机号码应为 1 开头的 11 位数字，现在是 12 位。"],
  ["12345678901", "手机号码应为 1 开头的 11 位数字。"],
])("%j is kept as typed and told what is wrong", (typed, sentence) => {
  expect(readMobile(typed)).toBe(typed);
  expect(mobileFault(typed)).toBe(sentence);
});
