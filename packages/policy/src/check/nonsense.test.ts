/** Packages that fit the schema and are wrong: each is refused before it can be published. */
import { expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { setAt } from "../pointer.ts";
import { loadCasesOf, loadPolicy } from "../versions.ts";
import { checkPolicy } from "./index.ts";

const { rules, claiming } = loadPolicy("rugao-2019@2.0.0");
const files = loadCasesOf("rugao-2019@2.0.0");
const at = (benefit: string): string => `/benefits/${rules.benefits.findIndex(({ id }) => id === benefit)}`;
const errors = (changed: unknown, cases = files): string[] =>
  checkPolicy(compilePolicy(changed, "sha256:wrong", [...claiming.values()]), cases)
    .filter(({ severity }) => severity === "error")
    .map(({ where, message }) => `${where}：${message}`);

const fact = (path: string): object => ({ kind: "fact", fact: path });
const start = (quantity: object): object => ({ kind: "start", step: "base", quantity });
const steps = `${at("degree-award")}/amount/steps`;
const award = start({ kind: "money", fen: 100_000 });

test.each<[string, string, unknown, string]>([
  [
    "money times money",
    steps,
    [award, { kind: "times", step: "x", quantity: fact("/standard/trainingFen") }],
    "degree-award：金额乘以金额",
  ],
  [
    "a sum of yuan and months",
    steps,
    [start({ kind: "sum", of: [fact("/standard/trainingFen"), fact("/insurance/pensionMonths")] })],
    "degree-award：相加的单位不同：元、个月",
  ],
  ["a head count as money", steps, [start(fact("/training/finishers"))], "degree-award：结果不是金额"],
  [
    "a rate without a start",
    steps,
    [{ kind: "rate", step: "rate", rate: { kind: "percent", percent: 50 } }],
    "degree-award：应有一个起始（start），有 0 个",
  ],
  ["two starts", steps, [award, award], "degree-award：应有一个起始（start），有 2 个"],
  [
    "a value of another list",
    `${at("degree-award")}/tests/6/rule/values`,
    ["college", "syb"],
    "degree-award：学历层次没有取值 syb",
  ],
])("%s", (_what, pointer, value, message) => {
  expect(errors(setAt(rules, pointer, value))).toContain(message);
});

test("one worked case a benefit", () => {
  const one = files.map((file) => ({ ...file, cases: file.cases.slice(0, 1) }));
  expect(errors(rules, one)).toContain("pre-job：有 1 个算例，至少应有 15 个");
});

test("nothing in the package as it is", () => {
  expect(errors(rules)).toEqual([]);
});
