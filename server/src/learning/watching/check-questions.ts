import { randomInt } from "node:crypto";
import { z } from "zod";
import { Text } from "../../kernel/shapes.ts";

/** A question that proves somebody is present. Stored with its answer; only text and options leave the server. */
export interface CheckQuestion {
  text: string;
  options: string[];
  answer: number;
}

type Pick = (low: number, high: number) => number;

/**
 * One question of the lesson's author about what was just shown, with four options, so that a guess succeeds as rarely as in any
 * check.
 */
export const LessonCheck = z
  .strictObject({
    atMs: z.int().min(0).max(86_400_000).describe("讲到这里以后才会问，毫秒"),
    text: Text(120, 4),
    options: z.array(Text(40)).length(4),
    answer: z.int().min(0).max(3).describe("正确选项的序号，从 0 开始"),
  })
  .refine((check) => new Set(check.options).size === check.options.length, {
    message: "选项有重复",
    path: ["options"],
  });
export type LessonCheck = z.output<typeof LessonCheck>;
export const LessonChecks = z.array(LessonCheck).max(60);

/** Everyday things, no two alike. */
const WORDS =
  "苹果 雨伞 电灯 水杯 自行车 大米 棉花 锤子 火车 月亮 毛巾 筷子 桌子 小鸟 钥匙 玉米 红旗 算盘 铁锅 手套".split(" ");

/**
 * For lessons without questions of their own: a word to find again among four. It needs somebody who looks at the page, and no
 * calculation; a guess succeeds as rarely as with any four options.
 */
export function makeQuestion(pick: Pick = randomInt): CheckQuestion {
  const words: string[] = [];
  while (words.length < 4) {
    const word = WORDS[pick(0, WORDS.length)];
    if (word !== undefined && !words.includes(word)) words.push(word);
  }
  const answer = pick(0, 4);
  return { text: `您还在学习吗？请点一下“${words[answer]}”`, options: words, answer };
}

/**
 * The author's question for a check at `dueMs`: one about the part shown since `fromMs` if there is one, else about anything shown
 * before, unasked ones first. Null if no question fits. Answers are shuffled each time.
 */
export function chooseQuestion(
  checks: readonly LessonCheck[],
  where: { fromMs: number; dueMs: number; asked: ReadonlySet<string> },
  pick: Pick = randomInt,
): CheckQuestion | null {
  const shown = checks.filter((check) => check.atMs <= where.dueMs);
  const recent = shown.filter((check) => check.atMs > where.fromMs);
  const choices = [
    recent.filter((check) => !where.asked.has(check.text)),
    recent,
    shown.filter((check) => !where.asked.has(check.text)),
    shown,
  ].find((each) => each.length > 0);
  const chosen = choices?.[pick(0, choices.length)];
  return chosen ? shuffled(chosen, pick) : null;
}

function shuffled({ text, options, answer }: LessonCheck, pick: Pick): CheckQuestion {
  const left = options.map((option, index) => ({ option, right: index === answer }));
  const mixed: typeof left = [];
  while (left.length > 0) mixed.push(...left.splice(pick(0, left.length), 1));
  return {
    text,
    options: mixed.map(({ option }) => option),
    answer: mixed.findIndex(({ right }) => right),
  };
}
