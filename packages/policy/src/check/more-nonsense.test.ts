/** More packages that fit the schema and are wrong: sums of the wrong kind, names that mean something else, words that can't be read. */
import { expect, test } from "vitest";
import type { Ceiling } from "../ceilings.ts";
import { compilePolicy, PackageError } from "../compile.ts";
import { loadCeilings } from "../load.ts";
import { setAt } from "../pointer.ts";
import { loadCasesOf, loadPolicy } from "../versions.ts";
import { checkPolicy } from "./index.ts";

const { rules, claiming } = loadPolicy("jiangsu-2025");
const ceilings = loadCeilings("jiangsu-2025");
const files = loadCasesOf("jiangsu-2025");
const BENEFIT = "insured-upgrade";
const at = `/benefits/${rules.benefits.findIndex(({ id }) => id === BENEFIT)}`;
const tests = rules.benefits.find(({ id }) => id === BENEFIT)?.tests ?? [];
/** Some parameter of that type. */
const parameter = (type: string) => ({
  kind: "parameter",
  name: rules.parameters.find((one) => one.type.kind === type)?.name ?? "",
});
const money = parameter("money");
const count = parameter("count");
const percent = parameter("percent");

function errors(changed: unknown, stated: readonly Ceiling[] = ceilings): string[] {
  try {
    return checkPolicy(compilePolicy(changed, "sha256:wrong", [...claiming.values()], stated), files)
      .filter(({ severity, kind }) => severity === "error" && kind !== "worked-case")
      .map(({ message }) => message);
  } catch (error) {
    if (error instanceof PackageError) return [error.message];
    throw error;
  }
}

const withTest = (rule: object): unknown =>
  setAt(rules, `${at}/tests/${tests.length}`, { id: "another", clause: "参保职工", title: "另一项", rule });
const withSteps = (...steps: object[]): unknown => setAt(rules, `${at}/amount/steps`, steps);
const withParameter = (more: object): unknown =>
  setAt(rules, `/parameters/${rules.parameters.length}`, {
    name: "one.more",
    label: "另一个参数",
    clause: rules.clauses[0]?.id,
    type: { kind: "money" },
    supplied: "package",
    description: "另一个参数",
    values: [],
    ...more,
  });
const fen = (amount: number): object => ({ kind: "money", fen: amount });
const start = (quantity: object, step = "base"): object => ({ kind: "start", step, quantity });
const fact = (path: string): object => ({ kind: "fact", fact: path });
const compare = (path: string, bound: object): object => ({ kind: "compare", fact: path, is: "at-least", bound });
const employed = { kind: "is", fact: "/employment/employed", value: true };
const byLevel = (...levels: unknown[]): object => ({
  kind: "choose",
  by: { kind: "code", fact: "/certificate/level" },
  options: levels.map((is) => ({ is, take: fen(100) })),
});
const values = (...own: object[]): unknown =>
  withParameter({ values: own.map((one) => ({ value: 1, source: "示例", ...one })) });

test("nothing is wrong with the package as it is", () => {
  expect(errors(rules)).toEqual([]);
});

test.each<[string, unknown, string]>([
  // Parameters of another kind than the place asks for.
  ["months against a sum of money", withTest(compare("/insurance/pensionMonths", money)), "是金额，这里应为次数或月数"],
  ["a sum of money against a count", withTest(compare("/standard/trainingFen", count)), "是次数或月数，这里应为金额"],
  ["months against per cent", withTest(compare("/insurance/pensionMonths", percent)), "是百分数，这里应为次数或月数"],
  [
    "an age in yuan",
    withTest({ kind: "age", on: "/appliedOn", is: "at-least", years: money }),
    "是金额，这里应为次数或月数",
  ],
  [
    "an age by sex in per cent",
    withTest({ kind: "age", on: "/appliedOn", is: "at-least", years: { kind: "by-sex", F: percent, M: 60 } }),
    "是百分数，这里应为次数或月数",
  ],
  [
    "so many times in per cent",
    withTest({ kind: "history-limit", benefits: [BENEFIT], per: "ever", fewerThan: percent }),
    "是百分数，这里应为次数或月数",
  ],
  [
    "a last day that is a count",
    withTest({
      kind: "in-period",
      since: "2025-01-01",
      until: count,
      claimMonths: 12,
      begun: ["/training/from"],
      settled: false,
    }),
    "是次数或月数，这里应为日期",
  ],
  [
    "a reading that is a count",
    withTest({
      kind: "by-parameter",
      name: count.name,
      options: [
        { is: "a", requires: employed },
        { is: "b", requires: employed },
      ],
    }),
    "是次数或月数，这里应为读法",
  ],
  [
    "a choice by a sum of money",
    withSteps(start({ kind: "choose", by: money, options: [{ is: "a", take: fen(1) }] })),
    "是金额，这里应为读法",
  ],
  [
    "a rate by a sum of money",
    withSteps(start(fen(100)), {
      kind: "rate",
      step: "few",
      rate: {
        kind: "rate-below",
        quantity: fact("/standard/trainingFen"),
        bound: 10,
        below: { kind: "percent", percent: 50 },
        otherwise: { kind: "percent", percent: 100 },
      },
    }),
    "比例所看的应为个数，而不是金额",
  ],
  // Codes of another list, facts against themselves.
  ["a level that is a course", withSteps(start(byLevel("syb", 5, 4, 3))), "证书等级没有取值 syb"],
  [
    "a day within months of itself",
    withTest({ kind: "within-months", fact: "/appliedOn", since: "/appliedOn", months: 12 }),
    "申请日期与自己相比",
  ],
  [
    "a degree above itself",
    withTest({ kind: "higher-than", fact: "/degree/level", than: "/degree/level" }),
    "学历层次与自己相比",
  ],
  // Amounts.
  [
    "a floor above the ceiling",
    withSteps(
      start(fen(100)),
      { kind: "at-least", step: "floor", quantity: fen(500) },
      { kind: "at-most", step: "ceiling", quantity: fen(300) },
    ),
    "最低 5 元，高于最高 3 元",
  ],
  [
    "two steps of one name",
    withSteps(start(fen(100)), { kind: "rate", step: "base", rate: { kind: "percent", percent: 50 } }),
    "两步同名 base",
  ],
  ["a step named like the result", withSteps(start(fen(100), "amount")), "amount 是结果的名称"],
  ["more money than any fund has", withSteps(start(fen(1e15))), "不能大于 1000000000"],
  ["money that is no number", withSteps(start(fen(Number.NaN))), "应为整数"],
  ["part of a fen", withSteps(start(fen(1.5))), "应为整数"],
  ["a level without an amount", withSteps(start(byLevel(5))), "取值 4 时没有规定金额或比例"],
  ["a level with two", withSteps(start(byLevel(5, 5, 4, 3))), "取值 5 规定了两次"],
  // Names.
  [
    "a list that isn't there",
    setAt(rules, `${at}/tests/1/rule`, { kind: "groups", fact: "/person/groups", any: { list: "nope" } }),
    "没有共用名单 nope",
  ],
  ["a list within itself", setAt(rules, "/lists", { ...rules.lists, loop: [{ list: "loop" }] }), "应为字符串或整数"],
  ["two tests of one id", setAt(rules, `${at}/tests/1/id`, tests[0]?.id), `重复的编号 ${tests[0]?.id ?? ""}`],
  ["a benefit twice", setAt(rules, `/benefits/${rules.benefits.length}`, rules.benefits[0]), "重复的编号"],
  ["a clause that isn't there", setAt(rules, `${at}/clause`, "第九十九条"), "没有条款 第九十九条"],
  [
    "two readings of one id",
    setAt(rules, "/interpretations/0/readings/1/id", rules.interpretations[0]?.readings[0]?.id),
    "写了两次",
  ],
  [
    "a reading that turns on no parameter",
    setAt(rules, "/interpretations/0/parameter", "no.such"),
    "没有声明参数 no.such",
  ],
  [
    "a choice with one value twice",
    withParameter({
      type: {
        kind: "choice",
        options: [
          { value: "a", label: "甲" },
          { value: "a", label: "乙" },
        ],
      },
      values: [{ value: "a", source: "示例" }],
    }),
    "取值 a 写了两次",
  ],
  [
    "a group of the contract by another name",
    setAt(rules, "/vocabulary/groups/veteran", "不是退役军人"),
    "veteran 已有规定的含义",
  ],
  [
    "a course of the contract by another name",
    setAt(rules, "/vocabulary/courses/syb", "别的课程"),
    "syb 已有规定的含义",
  ],
  [
    "somebody else's grant that is a benefit here",
    setAt(rules, `/vocabulary/grants/${BENEFIT}`, "别的补贴"),
    `${BENEFIT} 已有规定的含义`,
  ],
  // Days.
  [
    "a period that ends before it begins",
    setAt(rules, "/manifest/effective", { from: "2025-12-31", to: "2025-01-01" }),
    "早于开始 2025-12-31。请改正其中一个日期",
  ],
  [
    "a month without a value",
    values({ from: "2020-01-01", to: "2026-03-31" }, { from: "2026-05-01" }),
    "没有为整个施行期间规定值",
  ],
  [
    "a day with two values",
    values({ from: "2020-01-01", to: "2026-03-31" }, { from: "2026-03-31" }),
    "有两个值的期间重叠",
  ],
  ["a value that ends before it begins", values({ from: "2026-03-31", to: "2020-01-01" }, {}), "一个值的结束早于开始"],
  // Words.
  [
    "a mark that turns the line around",
    setAt(rules, `${at}/title`, "补贴\u202E元 001"),
    "“补贴元 001”中有看不见的字符（U+202E）",
  ],
  ["a letter of no width", setAt(rules, `${at}/summary`, "补\u200B贴"), "“补贴”中有看不见的字符（U+200B）"],
  ["a control character", setAt(rules, "/manifest/title", "补\u0007贴"), "“补贴”中有看不见的字符（U+0007）"],
  ["half of a pair", setAt(rules, "/manifest/notes/0", "补\uD800贴"), "“补贴”中有看不见的字符（U+D800）"],
  ["a title of blanks", setAt(rules, `${at}/title`, "   "), "文字是空的"],
])("%s", (_what, changed, message) => {
  expect(errors(changed).join("\n")).toContain(message);
});

const [first, ...others] = ceilings;
const other = (more: object): Ceiling[] => (first === undefined ? [] : [{ ...first, ...more }, ...others]);

test.each<[string, readonly Ceiling[], string]>([
  ["none for a benefit", others, "没有写明上限"],
  ["two for one benefit", first === undefined ? [] : [first, ...ceilings], "的上限写了两次"],
  ["one of a clause that isn't there", other({ clause: "第九十九条" }), "没有条款 第九十九条"],
  ["one that is a head count", other({ quantity: fact("/training/finishers") }), "上限应为金额"],
  [
    "one by a parameter that isn't there",
    other({ quantity: { kind: "parameter", name: "no.such" } }),
    "没有声明参数 no.such",
  ],
])("a ceiling: %s", (_what, stated, message) => {
  expect(errors(rules, stated).join("\n")).toContain(message);
});
