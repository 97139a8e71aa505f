import { z } from "zod";
import { Text } from "../../kernel/shapes.ts";

export const QUESTION_KINDS = ["single", "multiple", "true-false"] as const;

const Options = z.array(Text(200)).min(2).max(8);
const Question = z
  .strictObject({
    kind: z.enum(QUESTION_KINDS),
    text: Text(500),
    options: Options,
    answers: z.array(z.int().min(0).max(7)).min(1).max(8).describe("正确选项的序号，从 0 开始"),
  })
  .superRefine((question, check) => {
    const refuse = (message: string) => check.addIssue({ code: "custom", path: ["answers"], message });
    if (new Set(question.answers).size !== question.answers.length) refuse("正确选项有重复");
    if (question.answers.some((answer) => answer >= question.options.length)) refuse("正确选项不在选项之中");
    if (question.kind !== "multiple" && question.answers.length !== 1) refuse("单选题和判断题只有一个正确选项");
    if (question.kind === "true-false" && question.options.length !== 2) refuse("判断题只有两个选项");
  });

/** A quiz as stored for its author, answers included. */
export const Quiz = z.strictObject({
  passScore: z.int().min(1).max(100).default(60),
  maxAttempts: z.int().min(1).max(10).default(3),
  questions: z.array(Question).min(1).max(100),
});
export type Quiz = z.output<typeof Quiz>;

/** A learner's answers: the numbers of the chosen options for each question. */
export const Answers = z.array(z.array(z.int().min(0).max(7)).max(8)).max(100);
export type Answers = z.output<typeof Answers>;

/** Score out of 100, rounded down; each question weighs the same and counts only if wholly right. */
export function scoreQuiz(quiz: Quiz, answers: Answers): { score: number; right: boolean[] } {
  const right = quiz.questions.map((question, index) => {
    const given = new Set(answers[index] ?? []);
    return given.size === question.answers.length && question.answers.every((answer) => given.has(answer));
  });
  return { score: Math.floor((right.filter(Boolean).length * 100) / quiz.questions.length), right };
}
