/** Every block of the grammar has a name and can be added; every sentence of every package can be edited where it stands. */
import { describe, expect, test } from "vitest";
import { compileSchema } from "../json-schema.ts";
import { describeBenefit } from "../describe.ts";
import { loadDraft, packageDirectory, readFiles } from "../load.ts";
import { setAt } from "../pointer.ts";
import { casesOfFiles } from "../package-files.ts";
import { caseFacts, showFact } from "./case-facts.ts";
import { namesOf } from "./context.ts";
import { fieldsOf, kindsOf } from "./fields.ts";
import type { Family } from "./names.ts";
import { KIND_NAMES, PART_NAMES, PART_NAMES_OF } from "./names.ts";
import type { Piece } from "./sentence.ts";
import { amountSentences, leavesOf, testSentence } from "./sentence.ts";
import { familySchema, paletteOf, starterAfter, starterOf } from "./starters.ts";
import { decideWorked, expectationOf } from "./worked.ts";

const FAMILIES = Object.keys(KIND_NAMES) as Family[];
const PACKAGES = ["rugao-2019", "jiangsu-2025", "example-2025"];
const said = (pieces: Piece[] | null): string => (pieces ?? []).map(({ text }) => text).join("");

describe.each(FAMILIES)("blocks of the family %s", (family) => {
  test("are those of the grammar, each named in Chinese", () => {
    expect(paletteOf(family).map(({ value }) => value)).toEqual(Object.keys(KIND_NAMES[family]));
    expect(paletteOf(family).filter(({ label, description }) => label === "" || description === "")).toEqual([]);
    // Money is stored in fen, and typed and read in yuan.
    expect(paletteOf(family).filter(({ description }) => description.includes("（分）"))).toEqual([]);
  });

  test("have parts with names, and codes too", () => {
    const names = namesOf(readFiles(packageDirectory("rugao-2019")));
    const nameless = [...kindsOf(family)].flatMap(([kind, schema]) => [
      ...Object.keys(schema.properties ?? {}).filter(
        (key) => key !== "kind" && (PART_NAMES_OF[`${kind}.${key}`] ?? PART_NAMES[key]) === undefined,
      ),
      ...fieldsOf(family, starterOf(family, kind, names), names).flatMap(({ control }) =>
        control.kind === "choice"
          ? control.choices.filter(({ value, label }) => /^[a-z-]+$/u.test(label) && value === label)
          : [],
      ),
    ]);
    expect(nameless).toEqual([]);
  });

  test("begin as something that fits the grammar", () => {
    const check = compileSchema(familySchema(family));
    for (const id of PACKAGES) {
      const names = namesOf(readFiles(packageDirectory(id)));
      const faults = paletteOf(family).map(({ value }) => [value, check(starterOf(family, value, names))]);
      expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
    }
  });
});

test("a further step of a kind has a name of its own", () => {
  const names = namesOf(readFiles(packageDirectory(PACKAGES[0] ?? "")));
  const steps: unknown[] = [];
  for (let n = 0; n < 4; n += 1) steps.push(starterAfter(steps, "step", "rate", names));
  expect(steps).toMatchObject([
    { step: "rate" },
    { step: "rate-again" },
    { step: "rate-third" },
    { step: "rate-fourth" },
  ]);
});

describe.each(PACKAGES)("sentences of %s", (id) => {
  const files = readFiles(packageDirectory(id));
  const policy = loadDraft(id);
  const names = namesOf(files);

  test.each([...policy.benefits.keys()])("%s reads as it is described", (benefit) => {
    const described = describeBenefit(policy, benefit);
    // The rules as they are edited, where a shared list may still stand by its name.
    const source = policy.benefits.get(benefit)?.source;
    expect(source?.tests.map(({ rule }) => said(testSentence(rule, names)))).toEqual(
      described.tests.map(({ text }) => text),
    );
    expect(amountSentences(source?.amount, names)?.map(({ pieces }) => said(pieces))).toEqual(
      described.amount.map(({ text }) => text),
    );
  });
});

const offered = (pieces: Piece[] | null): string[] =>
  (pieces ?? []).flatMap(({ text, leaf, parameter }) => (leaf === undefined && parameter === undefined ? [] : [text]));

describe("what a sentence offers to be changed", () => {
  const names = namesOf(readFiles(packageDirectory("rugao-2019")));
  test.each<[unknown, string[]]>([
    [{ kind: "compare", fact: "/insurance/unemploymentMonths", is: "at-least", bound: 12 }, ["12"]],
    [{ kind: "date-compare", fact: "/certificate/issuedOn", is: "on-or-after", day: "2019-01-01" }, ["2019-01-01"]],
    [{ kind: "one-of", fact: "/certificate/level", values: [5, 4] }, ["初级工（五级）或中级工（四级）"]],
    [{ kind: "not", test: { kind: "groups", fact: "/person/groups", any: ["veteran"] } }, ["退役军人"]],
    [
      {
        kind: "in-period",
        since: "2019-12-31",
        until: { kind: "parameter", name: "programme.until" },
        claimMonths: 12,
        begun: ["/training/from"],
        settled: false,
      },
      ["2019-12-31", "政策截止日（2021-12-31）", "12", "政策截止日（2021-12-31）"],
    ],
  ])("%j", (rule, parts) => {
    expect(offered(testSentence(rule, names))).toEqual(parts);
  });

  test("an amount offers its money, its rates and its parameters", () => {
    const amount = {
      kind: "steps",
      steps: [
        { kind: "start", step: "base", quantity: { kind: "money", fen: 100_000 } },
        { kind: "rate", step: "rate", rate: { kind: "percent", percent: 50 } },
        { kind: "plus-parameter", step: "more", name: "technicianAward.level2Fen" },
      ],
    };
    expect(offered(amountSentences(amount, names)?.[0]?.pieces ?? null)).toEqual(["1000", "50", "技师奖励金额"]);
  });

  test("a value half typed keeps its place in the sentence", () => {
    for (const rule of [
      { kind: "compare", fact: "/insurance/unemploymentMonths", is: "at-least", bound: "1x" },
      { kind: "age", on: "/appliedOn", is: "at-least", years: "1x" },
    ]) {
      const values = (testSentence(rule, names) ?? []).flatMap(({ leaf }) => (leaf === undefined ? [] : [leaf.value]));
      expect(values).toEqual(["1x"]);
    }
  });

  test("a change at a leaf changes the sentence there", () => {
    const rule = {
      kind: "any-of",
      tests: [{ kind: "compare", fact: "/training/classSize", is: "at-least", bound: 20 }],
    };
    const [leaf] = leavesOf("test", rule, names);
    expect(said(testSentence(setAt(rule, leaf?.pointer ?? "", 30), names))).toBe("班级人数不少于 30 人");
  });
});

test("a decision taken as right is what the case then expects", () => {
  const files = readFiles(packageDirectory("jiangsu-2025"));
  const policy = loadDraft("jiangsu-2025");
  for (const file of casesOfFiles(files)) {
    const results = decideWorked(policy, file);
    expect(results.filter(({ problem }) => problem !== null)).toEqual([]);
    const taken = {
      ...file,
      cases: results.map(({ worked, decision }) => ({
        ...worked,
        expect: decision === null ? worked.expect : expectationOf(decision),
      })),
    };
    expect(decideWorked(policy, taken).filter(({ problem }) => problem !== null)).toEqual([]);
  }
});

describe.each(PACKAGES)("facts of worked cases of %s", (id) => {
  const files = readFiles(packageDirectory(id));
  const facts = caseFacts(loadDraft(id).caseSchema, namesOf(files));

  test("each has a name in Chinese", () => {
    const rows = facts.flatMap((fact) => (fact.control.kind === "rows" ? fact.control.fields : []));
    expect([...facts, ...rows].filter(({ label }) => label.includes("/") || /^[\w-]+$/u.test(label))).toEqual([]);
  });

  test("all that are set can be shown", () => {
    const shown = casesOfFiles(files)
      .flatMap(({ cases }) => cases.flatMap(({ set = {} }) => Object.entries(set)))
      .flatMap(([pointer, value]) => {
        const fact = facts.find((one) => one.pointer === pointer);
        return fact === undefined ? [] : [showFact(fact, value)];
      });
    expect(shown.filter((line) => line.includes("[object"))).toEqual([]);
  });
});
