import { describe, expect, test } from "vitest";
import { entitlements } from "./entitlements.ts";
import { loadPolicy } from "./versions.ts";
import { setAt } from "./pointer.ts";
import { questionFor, supplierOf } from "./questions.ts";
import type { CaseFacts } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";

const policy = loadPolicy("rugao-2019@1.0.0");
const nothing: CaseFacts = { appliedOn: "2020-06-01" };

function statuses(facts: CaseFacts): Partial<Record<BenefitId, string>> {
  return Object.fromEntries(entitlements(policy, facts).benefits.map(({ benefit, status }) => [benefit, status]));
}

describe("entitlements", () => {
  test("knowing nothing, every benefit is open and there is something to ask", () => {
    const { benefits, nextQuestion } = entitlements(policy, nothing);
    expect(benefits).toHaveLength(13);
    expect(benefits.every(({ status, missing }) => status === "missing" && missing.length > 0)).toBe(true);
    expect(nextQuestion?.options.length).toBeGreaterThan(1);
  });

  test("one answer already decides something", () => {
    const unemployed = statuses({ ...nothing, employment: { employed: false } });
    expect(unemployed).toMatchObject({
      "on-job": "ineligible",
      "degree-award": "ineligible",
      "startup-training": "missing",
    });
  });

  test("a benefit whose tests are all met is eligible, though its amount still needs a fact", () => {
    const facts: CaseFacts = { ...nothing, employment: { employed: true }, history: [] };
    const onJob = entitlements(policy, facts).benefits.find(({ benefit }) => benefit === "on-job");
    expect(onJob).toMatchObject({ status: "eligible", missing: ["/training/inCatalogue", "/standard/shortage"] });
  });

  test("a whole record needs no question", () => {
    const facts: CaseFacts = {
      ...nothing,
      employment: { employed: false },
      person: { groups: [] },
      training: { institution: { kind: "enterprise", admitted: false } },
    };
    const { benefits, nextQuestion } = entitlements(policy, facts);
    expect(benefits.filter(({ status }) => status === "ineligible").length).toBeGreaterThan(5);
    expect(nextQuestion).not.toBeNull();
  });

  test("answering every question ends, and each question is asked once", () => {
    let facts: CaseFacts = nothing;
    const asked: string[] = [];
    for (;;) {
      const question = entitlements(policy, facts).nextQuestion;
      if (question === null) break;
      expect(asked).not.toContain(question.path);
      asked.push(question.path);
      const answers: Record<typeof question.kind, unknown> = {
        boolean: true,
        choice: question.options[0]?.value,
        choices: [],
        number: 24,
        money: 100_000,
        date: "2020-03-01",
        text: "x",
        history: [],
        periods: [],
      };
      facts = setAt(facts, question.path, answers[question.kind]);
    }
    expect(asked.length).toBeLessThan(50);
    expect(entitlements(policy, facts).benefits.some(({ status }) => status === "missing")).toBe(false);
  });

  test("the first questions are ones that any person can answer", () => {
    let facts: CaseFacts = nothing;
    for (let at = 0; at < 3; at += 1) {
      const question = entitlements(policy, facts).nextQuestion;
      expect(question?.question).toMatch(/[？）]$/u);
      expect(["boolean", "choice", "choices", "history"]).toContain(question?.kind);
      facts = setAt(facts, question?.path ?? "", question?.kind === "boolean" ? false : []);
    }
  });
});

test("a question that was skipped is not asked again", () => {
  const first = entitlements(policy, nothing).nextQuestion?.path ?? "";
  const second = entitlements(policy, nothing, [first]).nextQuestion?.path ?? "";
  expect(second).not.toBe(first);
  expect(entitlements(policy, nothing, [first, second]).nextQuestion?.path).not.toBe(second);
});

test("what is missing is said to be supplied by somebody", () => {
  expect(supplierOf("parameter:startup.sybFen")).toBe("主管部门");
  expect(supplierOf("/standard/trainingFen")).toBe("补贴目录");
  expect(supplierOf("/history")).toBe("平台记录");
});

test("parameters and details of records are not asked of people", () => {
  expect(questionFor("parameter:startup.sybFen")).toBeNull();
  expect(questionFor("/history/0/on")).toBeNull();
  expect(questionFor("/standard/trainingFen")).toBeNull();
});
