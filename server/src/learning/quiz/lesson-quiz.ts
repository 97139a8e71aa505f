import { z } from "zod";
import { prepared, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { lessonReader } from "../owners.ts";
import { QUESTION_KINDS, type Quiz } from "./quiz.ts";
import { attemptsLeft } from "./quiz-attempts.ts";

/** Questions of a quiz without their answers, with the learner's attempts. */
export const lessonQuiz = operation({
  method: "GET",
  path: "/api/v1/lessons/:id/quiz",
  summary: "随堂练习题目",
  permission: { roles: ["learner"], over: lessonReader },
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
  async run({ services, actor }, { params, query }) {
    const { rows } = await prepared(services, "lesson-quiz", quizQuery(params.id, query.enrolmentId, actor.personId));
    const row = rows[0];
    if (!row) throw notFound("随堂练习");
    if (!row.mine) throw notFound("您在这个班级的报名");
    const { title, quiz, attempts, grants } = row;
    return {
      title,
      passScore: quiz.passScore,
      attemptsLeft: attemptsLeft(quiz, attempts, grants),
      bestScore: row.best,
      passed: row.passed,
      granted: grants.at(-1) ?? null,
      questions: quiz.questions.map(({ kind, text, options }) => ({ kind, text, options })),
    };
  },
});

interface Facts {
  title: string;
  /** Was checked when its author saved it. */
  quiz: Quiz;
  mine: boolean;
  attempts: number;
  best: number | null;
  passed: boolean;
  grants: { attempts: number; reason: string }[];
}

/** The whole page in one statement: each further one would cost as much again. */
const quizQuery = (lessonId: string, enrolmentId: string, personId: string | null) => sql<Facts>`
  select l.title, l.quiz, tried.*, exists (
      select from enrolment e join class_course k on k.class_id = e.class_id
      where e.id = ${enrolmentId} and e.person_id = ${personId}::uuid and k.course_id = l.course_id) as mine,
    coalesce((select json_agg(json_build_object('attempts', g.attempts, 'reason', g.reason) order by g.at)
      from quiz_grant g where g.enrolment_id = ${enrolmentId} and g.lesson_id = l.id), '[]') as grants
  from lesson l cross join lateral (
    select count(*)::int as attempts, max(a.score) as best, coalesce(bool_or(a.passed), false) as passed
    from quiz_attempt a where a.enrolment_id = ${enrolmentId} and a.lesson_id = l.id) tried
  where l.id = ${lessonId} and l.quiz is not null`;
