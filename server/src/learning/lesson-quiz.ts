import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, Id } from "../kernel/shapes.ts";
import { lessonViewer } from "./owners.ts";
import { QUESTION_KINDS, Quiz } from "./quiz.ts";
import { attemptsAt, attemptsLeft, grantsAt } from "./quiz-attempts.ts";
import { requireOwnEnrolment } from "./submit-quiz.ts";

/** Questions of a quiz without their answers, with the learner's attempts. */
export const lessonQuiz = operation({
  method: "GET",
  path: "/api/v1/lessons/:id/quiz",
  summary: "随堂练习题目",
  permission: { roles: ["learner"], over: lessonViewer },
  params: ById,
  query: z.object({ enrolmentId: Id }),
  output: z.object({
    title: z.string(),
    passScore: z.int(),
    attemptsLeft: z.int(),
    bestScore: z.int().nullable(),
    passed: z.boolean(),
    granted: z
      .object({ attempts: z.int(), reason: z.string() })
      .nullable()
      .describe("培训机构最近一次增加的次数和原因"),
    questions: z.array(z.object({ kind: z.enum(QUESTION_KINDS), text: z.string(), options: z.array(z.string()) })),
  }),
  async run(context, { params, query }) {
    const row = await context.db
      .selectFrom("lesson")
      .select(["title", "quiz"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (row.quiz === null) throw notFound("随堂练习");
    const quiz = Quiz.parse(row.quiz);
    await requireOwnEnrolment(context, query.enrolmentId, params.id);
    const attempts = await attemptsAt(context, query.enrolmentId, params.id);
    const grants = await grantsAt(context, query.enrolmentId, params.id);
    return {
      title: row.title,
      passScore: quiz.passScore,
      attemptsLeft: attemptsLeft(quiz, attempts.length, grants),
      bestScore: attempts.length === 0 ? null : Math.max(...attempts.map((attempt) => attempt.score)),
      passed: attempts.some((attempt) => attempt.passed),
      granted: grants.at(-1) ?? null,
      questions: quiz.questions.map(({ kind, text, options }) => ({ kind, text, options })),
    };
  },
});
