import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseQuestion, type LessonCheck, LessonCheck as Shape, makeQuestion } from "./check-questions.ts";

const minute = 60_000;
const check = (text: string, atMs: number): LessonCheck => ({
  atMs,
  text,
  options: [`${text} 对`, `${text} 甲`, `${text} 乙`, `${text} 丙`],
  answer: 0,
});
const CHECKS = [
  check("第一分钟讲了什么", minute),
  check("第三分钟讲了什么", 3 * minute),
  check("第九分钟讲了什么", 9 * minute),
];
const asked = (...texts: string[]) => new Set(texts);

describe("a lesson's own question", () => {
  it.each<[string, number, number, Set<string>, string | null]>([
    ["is about what was shown since the last check", 2 * minute, 5 * minute, asked(), "第三分钟讲了什么"],
    [
      "is asked again rather than one about long ago",
      2 * minute,
      5 * minute,
      asked("第三分钟讲了什么"),
      "第三分钟讲了什么",
    ],
    [
      "is about something earlier where the stretch has none",
      4 * minute,
      6 * minute,
      asked("第一分钟讲了什么"),
      "第三分钟讲了什么",
    ],
    ["is never about what is still to come", 0, minute / 2, asked(), null],
  ])("%s", (_name, fromMs, dueMs, seen, text) => {
    expect(chooseQuestion(CHECKS, { fromMs, dueMs, asked: seen })?.text ?? null).toBe(text);
  });

  it("keeps its right answer in whatever order the answers come", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000 })), (stream) => {
        const pick = (low: number, high: number) => low + (Number(stream.next().value) % (high - low));
        const question = chooseQuestion(CHECKS, { fromMs: 0, dueMs: minute, asked: asked() }, pick);
        expect(question?.options.toSorted()).toEqual(CHECKS[0]?.options.toSorted());
        expect(question?.options[question.answer]).toBe("第一分钟讲了什么 对");
      }),
    );
  });

  it.each<[string, object]>([
    ["three answers only", { options: ["甲", "乙", "丙"] }],
    ["the same answer twice", { options: ["甲", "甲", "乙", "丙"] }],
    ["a right answer that is none", { answer: 4 }],
  ])("is refused with %s", (_name, wrong) => {
    expect(Shape.safeParse({ ...CHECKS[0], ...wrong }).success).toBe(false);
  });
});

describe("the question for lessons without any", () => {
  it("has four different words, one of them named, and nothing to reckon", () => {
    for (let n = 0; n < 200; n += 1) {
      const { text, options, answer } = makeQuestion();
      expect(new Set(options).size).toBe(4);
      expect(options.filter((option) => text.includes(`“${option}”`))).toEqual([options[answer]]);
      expect(text).not.toMatch(/[0-9]/);
    }
  });
});
