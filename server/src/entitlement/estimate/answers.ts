import type { AskingQuestion, Door, Option } from "@jinengtong/policy";
import { z } from "zod";
import { unacceptable } from "../../kernel/problem.ts";

/** By question: an option, several options, or a number. */
export const Answers = z.record(
  z.string().max(40),
  z.union([z.string().max(60), z.array(z.string().max(60)).max(12), z.number().int().min(0).max(100_000)]),
);
export type Answers = z.output<typeof Answers>;

/** A question that was answered, with the options that were chosen. */
export interface Answered {
  question: AskingQuestion;
  chosen: readonly Option[];
  /** The number said, or the level. */
  number: number | null;
  /** Key of the trade. */
  trade: string | null;
}

/** Key of “not on the list”. */
export const NOT_LISTED = "none";

/**
 * Answers in the order of the door's questions. Refuses an answer that its question doesn't offer, at its place; one to a question that is
 * not asked after the others says nothing.
 */
export function readAnswers(door: Door, given: Answers): Answered[] {
  const answered: Answered[] = [];
  for (const question of door.questions) {
    const answer = given[question.id];
    if (answer === undefined || !isAsked(question, answered)) continue;
    answered.push({ question, chosen: [], number: null, trade: null, ...readOne(question, answer) });
    if (answered.at(-1)?.chosen.some(({ ends }) => ends === true) === true) break;
  }
  return answered;
}

const isAsked = ({ only }: AskingQuestion, before: readonly Answered[]): boolean =>
  only === undefined ||
  before.some(
    ({ question, chosen }) => question.id === only.question && chosen.some(({ id }) => only.options.includes(id)),
  );

function readOne(question: AskingQuestion, answer: Answers[string]): Partial<Answered> {
  const wrong = (detail: string): never => {
    throw unacceptable("invalid-answer", `“${question.question}”的回答有误：${detail}。请重新选。`, [
      { pointer: `/answers/${question.id}`, detail },
    ]);
  };
  switch (question.kind) {
    case "one":
    case "several": {
      const ids = typeof answer === "string" ? [answer] : answer;
      if (typeof ids === "number" || (question.kind === "one" && ids.length !== 1)) return wrong("要选一个");
      const chosen = question.options.filter(({ id }) => ids.includes(id));
      return chosen.length === new Set(ids).size ? { chosen } : wrong("没有这个选项");
    }
    case "trade":
      return typeof answer === "string" ? { trade: answer } : wrong("要选一个工种");
    case "level":
      return typeof answer === "number" && answer <= 5 ? { number: answer } : wrong("没有这个等级");
    case "count":
      return typeof answer === "number" && answer >= 1 && answer <= question.most
        ? { number: answer }
        : wrong(`填 1 到 ${question.most} 之间的整数`);
  }
}
