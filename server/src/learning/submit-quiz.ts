import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { json, sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, notFound } from "../kernel/problem.ts";
import { ById, Id } from "../kernel/shapes.ts";
import { lessonViewer } from "./owners.ts";
import { Answers, Quiz, scoreQuiz } from "./quiz.ts";

/** Scores one attempt at a quiz. The right answers are told once there is nothing left to try. */
export const submitQuiz = operation({
  method: "POST",
  path: "/api/v1/lessons/:id/attempts",
  summary: "提交随堂练习",
  permission: { roles: ["learner"], over: lessonViewer },
  params: ById,
  body: z.strictObject({ enrolmentId: Id, answers: Answers }),
  output: z.object({
    score: z.int(),
    passed: z.boolean(),
    attemptsLeft: z.int(),
    right: z.array(z.boolean()).describe("每题是否答对"),
    answers: Answers.nullable().describe("正确答案；合格或次数用完之后才给出"),
  }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("lesson")
      .select("quiz")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (row.quiz === null) throw notFound("随堂练习");
    const quiz = Quiz.parse(row.quiz);
    // One attempt at a time, or a double click would use up two and a script more than there are.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${body.enrolmentId}/${params.id}`}, 8))`.execute(
      context.db,
    );
    const before = await attemptsOf(context, body.enrolmentId, params.id);
    if (before.some((attempt) => attempt.passed)) throw conflict("quiz-passed", "您已通过这次练习，不需要再答。");
    if (before.length >= quiz.maxAttempts)
      throw conflict("quiz-attempts-used", `练习最多可答 ${quiz.maxAttempts} 次，次数已用完。请联系授课老师。`);
    const { score, right } = scoreQuiz(quiz, body.answers);
    const passed = score >= quiz.passScore;
    await context.db
      .insertInto("quiz_attempt")
      .values({
        enrolment_id: body.enrolmentId,
        lesson_id: params.id,
        answers: json(body.answers),
        score,
        passed,
        at: context.now,
      })
      .execute();
    context.audit({ kind: "lesson", id: params.id, detail: { enrolmentId: body.enrolmentId, score } });
    const attemptsLeft = quiz.maxAttempts - before.length - 1;
    const over = passed || attemptsLeft === 0;
    return { score, passed, attemptsLeft, right, answers: over ? quiz.questions.map(({ answers }) => answers) : null };
  },
});

/** What the signed-in learner tried so far in this enrolment; refuses an enrolment that is not theirs or has no such lesson. */
export async function attemptsOf(
  context: Context,
  enrolmentId: string,
  lessonId: string,
): Promise<{ score: number; passed: boolean }[]> {
  const mine = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("class_course as k", "k.class_id", "e.class_id")
    .innerJoin("lesson as l", "l.course_id", "k.course_id")
    .select("e.id")
    .where("e.id", "=", enrolmentId)
    .where("e.person_id", "=", context.actor.personId)
    .where("l.id", "=", lessonId)
    .executeTakeFirst();
  if (!mine) throw notFound("您在这个班级的报名");
  return context.db
    .selectFrom("quiz_attempt")
    .select(["score", "passed"])
    .where("enrolment_id", "=", enrolmentId)
    .where("lesson_id", "=", lessonId)
    .orderBy("at")
    .execute();
}
