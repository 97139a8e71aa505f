import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { lessonViewer } from "../owners.ts";
import { attemptsAt, attemptsLeft, grantsAt, lockAttempts } from "./quiz-attempts.ts";
import { Answers, Quiz, scoreQuiz } from "./quiz.ts";

/** Scores one attempt at a quiz. The right answers are shown once it is passed. */
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
    answers: Answers.nullable().describe("正确答案；合格之后才给出"),
  }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("lesson")
      .select("quiz")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (row.quiz === null) throw notFound("随堂练习");
    const quiz = Quiz.parse(row.quiz);
    await lockAttempts(context, body.enrolmentId, params.id);
    await requireOwnEnrolment(context, body.enrolmentId, params.id);
    const before = await attemptsAt(context, body.enrolmentId, params.id);
    if (before.some((attempt) => attempt.passed)) throw conflict("quiz-passed", "您已通过这次练习，不需要再答。");
    const granted = await grantsAt(context, body.enrolmentId, params.id);
    const left = attemptsLeft(quiz, before.length, granted);
    if (left === 0)
      throw conflict(
        "quiz-attempts-used",
        `练习已答 ${before.length} 次，次数已用完。请联系授课老师，由培训机构增加次数。`,
      );
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
    // Right answers only after passing, since further attempts may be granted.
    const answers = passed ? quiz.questions.map((question) => question.answers) : null;
    return { score, passed, attemptsLeft: left - 1, right, answers };
  },
});

/** Refuses an enrolment of somebody else, or one without this lesson. */
export async function requireOwnEnrolment(context: Context, enrolmentId: string, lessonId: string): Promise<void> {
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
}
