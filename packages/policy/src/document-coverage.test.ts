import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { digestOfSentence, loadCoverage, sentencesOf, unlikeDocument, wrongMarks } from "./document-coverage.ts";
import type { DocumentCoverage } from "./document-coverage.ts";
import { loadPolicy } from "./versions.ts";

const policy = loadPolicy("rugao-2019@2.0.0");
const rows = readFileSync(new URL("../../../docs/coverage.md", import.meta.url), "utf8").matchAll(
  /^\| *([A-Z]\d+) /gmu,
);
const features = new Set([...rows].map(([, id = ""]) => id));
const coverage = loadCoverage("rugao-2019");

function marking(sentences: object[]): DocumentCoverage {
  const full = sentences.map((one, index) => ({ at: index + 1, clause: "x", digest: "0".repeat(16), ...one }));
  return { document: "x", version: "2.0.0", sentences: full };
}

test("every sentence of the document is marked, and every mark leads somewhere", () => {
  expect(coverage?.sentences).toHaveLength(300);
  expect(coverage === null ? null : wrongMarks(policy, coverage, features)).toEqual([]);
});

test("every test, benefit and reading of the package rests on a sentence", () => {
  const cited = new Set(coverage?.sentences.flatMap(({ rules = [], readings = [] }) => [...rules, ...readings]));
  const all = [
    ...[...policy.benefits].flatMap(([id, { tests }]) => [
      id,
      ...tests.map((one) => [`${id}/${one.id}`, `every/${one.id}`]),
    ]),
    ...policy.rules.interpretations.map(({ id }) => id),
  ];
  const without = all.filter((names) => ![names].flat().some((name) => cited.has(name)));
  expect(without).toEqual([]);
});

test.each<[string, object[], string[]]>([
  ["no mark", [{}], ["第 1 句（x）：没有标记"]],
  ["a test that isn't there", [{ rules: ["pre-job/none"] }], ["第 1 句（x）：没有规则 pre-job/none"]],
  ["a reading that isn't there", [{ readings: ["none"] }], ["第 1 句（x）：没有读法 none"]],
  ["a feature that isn't there", [{ features: ["Z9"] }], ["第 1 句（x）：没有功能 Z9"]],
  ["both", [{ features: ["P1"], notForThePlatform: "x" }], ["第 1 句（x）：既有去处，又写明与平台无关"]],
  ["a gap in the count", [{ at: 2, features: ["P1"] }], ["第 2 句（x）：应为第 1 句"]],
])("finds %s", (_what, sentences, messages) => {
  expect(wrongMarks(policy, marking(sentences), features)).toEqual(messages);
});

test("a document is cut into sentences, and held against the marks", () => {
  const document = "一、总则\n企业是主体。学校是基础；机构是支持。\n";
  expect(sentencesOf(document)).toEqual(["一、总则", "企业是主体。", "学校是基础；", "机构是支持。"]);
  const marked = marking(sentencesOf(document).map((one) => ({ digest: digestOfSentence(one) })));
  expect(unlikeDocument(marked, document)).toEqual([]);
  expect(unlikeDocument(marked, "一、总则\n企业是主体。学校是主体；\n附则\n又附")).toEqual([
    "第 3 句与标记时不同：学校是主体；",
    "第 4 句与标记时不同：附则",
    "第 5 句没有标记：又附",
  ]);
});
