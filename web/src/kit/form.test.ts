import { expect, test } from "vitest";
import { faultOf, type FieldRule } from "./form.tsx";

const CASES: [value: unknown, rule: FieldRule, fault: string | undefined][] = [
  ["", { required: true }, "此项必填"],
  ["  ", { required: true }, "此项必填"],
  [[], { required: true }, "此项必填"],
  ["", { min: 2 }, undefined],
  ["王", { min: 2 }, "至少 2 个字"],
  ["王芳芳", { max: 2 }, "不超过 2 个字，现在是 3 个"],
  ["𠮷", { max: 1 }, undefined],
  ["abc", { pattern: "^\\d+$" }, "格式不对，请对照说明检查"],
  ["123", { pattern: "^\\d+$" }, undefined],
  ["0", { least: 1 }, "不能小于 1"],
  ["51", { most: 50 }, "不能大于 50"],
  ["无规则", {}, undefined],
];

test.each(CASES)("%j under %j", (value, rule, fault) => {
  expect(faultOf(value, rule)).toBe(fault);
});
