import { describe, expect, test } from "vitest";
import { faultAt, faultOf, refusedFields, type FieldRule } from "./form-rules.ts";

const CASES: [value: unknown, rule: FieldRule, fault: string | undefined][] = [
  ["", { required: true }, "此项必填"],
  ["  ", { required: true }, "此项必填"],
  [[], { required: true }, "此项必填"],
  [null, { required: true }, "此项必填"],
  ["", { min: 2 }, undefined],
  ["王", { min: 2 }, "至少 2 个字"],
  ["王芳芳", { max: 2 }, "最多 2 字，现在 3 字"],
  ["𠮷", { max: 1 }, undefined],
  ["abc", { pattern: "^\\d+$" }, "格式不对，请对照说明检查"],
  ["123", { pattern: "^\\d+$" }, undefined],
  ["0", { least: 1 }, "不能小于 1"],
  ["51", { most: 50 }, "不能大于 50"],
  [["a"], { min: 2 }, "至少 2 项"],
  [["a", "b"], { max: 1 }, "不超过 1 项，现在是 2 项"],
  ["无规则", {}, undefined],
];

test.each(CASES)("%j under %j", (value, rule, fault) => {
  expect(faultOf(value, rule)).toBe(fault);
});

const rules = {
  name: { required: true, min: 2, max: 4 },
  capacity: { least: 1, most: 50 },
  "valid/from": { required: true },
  "checks/#/text": { required: true },
} as const;
const good = { name: "实训楼", capacity: "40", "valid/from": "2026-03-01", checks: [{ text: "问一句" }] };

describe("when a fault is said", () => {
  const nothing: ReadonlySet<string> = new Set();
  const refusal = { fieldError: (pointer: string) => (pointer === "/name" ? "已有同名的教室" : undefined) };
  const said = (
    pointer: string,
    values: object,
    at: { left?: ReadonlySet<string> | null; error?: unknown; changed?: string[] } = {},
  ) =>
    faultAt(pointer, {
      values: { ...good, ...values },
      rules,
      error: at.error,
      left: at.left === undefined ? nothing : at.left,
      changed: new Set(at.changed),
    });

  test.each([
    ["too long", "name", { name: "实训楼三零二" }],
    ["too much", "capacity", { capacity: "51" }],
  ])("%s: while it is typed", (_what, pointer, values) => {
    expect(said(pointer, values)).toBeDefined();
  });

  test("what the page's own check found: once the field was left", () => {
    const settings = { values: good, rules, error: undefined, changed: nothing, checked: "校验不通过" };
    expect(faultAt("name", { ...settings, left: nothing })).toBeUndefined();
    expect(faultAt("name", { ...settings, left: new Set(["name"]) })).toBe("校验不通过");
    expect(faultAt("name", { ...settings, values: { name: "" }, left: null })).toBe("此项必填");
  });

  test.each([
    ["missing", "name", { name: "" }],
    ["too short", "name", { name: "楼" }],
    ["too little", "capacity", { capacity: "0" }],
    ["missing in a row of a list", "checks/0/text", { checks: [{ text: "" }] }],
    ["missing within another field", "valid/from", { "valid/from": "" }],
  ])("%s: once the field was left, or the person tried to send", (_what, pointer, values) => {
    expect(said(pointer, values)).toBeUndefined();
    expect(said(pointer, values, { left: new Set(["another"]) })).toBeUndefined();
    expect(said(pointer, values, { left: new Set([pointer]) })).toBeDefined();
    expect(said(pointer, values, { left: null })).toBeDefined();
  });

  test("the server's refusal stands until that field changes", () => {
    expect(said("name", {}, { error: refusal })).toBe("已有同名的教室");
    expect(said("name", {}, { error: refusal, changed: ["capacity"] })).toBe("已有同名的教室");
    expect(said("name", {}, { error: refusal, changed: ["name"] })).toBeUndefined();
    expect(said("capacity", {}, { error: refusal })).toBeUndefined();
  });

  test("replacing a list answers what was refused of its rows; changing one row leaves the others'", () => {
    const error = { fieldError: () => "答案重复" };
    expect(said("checks/1/text", {}, { error, changed: ["checks/0/text"] })).toBe("答案重复");
    expect(said("checks/1/text", {}, { error, changed: ["checks"] })).toBeUndefined();
  });
});

test("the rules refuse rows and inner fields by their pointers, and ask nothing of what the form doesn't hold", () => {
  expect(refusedFields(good, rules)).toEqual([]);
  expect(refusedFields({ checks: [{ text: "问一句" }, { text: "" }], valid: { from: "" } }, rules)).toEqual([
    "valid/from",
    "checks/1/text",
  ]);
});
