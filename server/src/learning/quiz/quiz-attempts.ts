import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Done, Id, Instant, Text } from "../../kernel/shapes.ts";
import { notify } from "../../people/index.ts";
import { classOwner, enrolmentOwner } from "../../training/index.ts";
import { Quiz } from "./quiz.ts";

const Grant = z.object({ attempts: z.int(), reason: z.string(), at: Instant });

/** Attempts of one learner at one quiz. */
const Tried = z.object({
  enrolmentId: Id,
  seat: z.int().nullable(),
  name: z.string(),
  lessonId: Id,
  title: z.string(),
  passScore: z.int(),
  attempts: z.int(),
  attemptsLeft: z.int(),
  bestScore: z.int(),
  passed: z.boolean(),
  grants: z.array(Grant),
});
type Tried = z.output<typeof Tried>;

/** Quizzes that learners of a class tried, exhausted attempts first. */
export const classQuizAttempts = operation({
  method: "GET",
  path: "/api/v1/classes/:id/quiz-attempts",
  summary: "班级随堂练习情况",
  permission: { roles: ["institution", "enterprise", "reviewer", "department", "auditor"], over: classOwner },
  params: ById,
  output: z.object({ rows: z.array(Tried) }),
  async run(context, { params }) {
    // A class has at most 200 seats, a course few quizzes.
    const found = await sql<Omit<Tried, "passScore" | "attemptsLeft"> & { quiz: unknown }>`
      select e.id as "enrolmentId", e.seat, p.name, l.id as "lessonId", l.title, l.quiz, a.attempts::int as attempts,
        a.best as "bestScore", a.passed, coalesce((select json_agg(json_build_object('attempts', g.attempts, 'reason', g.reason,
          'at', to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by g.at)
          from quiz_grant g where g.enrolment_id = e.id and g.lesson_id = l.id), '[]') as grants
      from enrolment e join person p on p.id = e.person_id
      join (select enrolment_id, lesson_id, count(*) as attempts, max(score) as best, bool_or(passed) as passed
            from quiz_attempt where enrolment_id in (select id from enrolment where class_id = ${params.id})
            group by enrolment_id, lesson_id) a on a.enrolment_id = e.id
      join lesson l on l.id = a.lesson_id
      where e.class_id = ${params.id} and l.quiz is not null
      order by e.seat nulls last, l.ordinal limit 2000`.execute(context.db);
    const rows = found.rows.map(({ quiz, ...row }) => {
      const { maxAttempts, passScore } = Quiz.parse(quiz);
      const granted = row.grants.reduce((sum, grant) => sum + grant.attempts, 0);
      return { ...row, passScore, attemptsLeft: Math.max(0, maxAttempts + granted - row.attempts) };
    });
    const stuck = (row: Tried) => !row.passed && row.attemptsLeft === 0;
    return { rows: [...rows.filter(stuck), ...rows.filter((row) => !stuck(row))] };
  },
});

/** Grants a learner further attempts at a quiz, with the reason; earlier attempts stay. */
export const grantAttempts = operation({
  method: "POST",
  path: "/api/v1/enrolments/:id/quiz-grants",
  summary: "增加随堂练习次数",
  permission: { roles: ["institution"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({ lessonId: Id, attempts: z.int().min(1).max(5), reason: Text(200, 4) }),
  output: Done,
  async run(context, { params, body }) {
    await lockAttempts(context, params.id, body.lessonId);
    const row = await context.db
      .selectFrom("enrolment as e")
      .innerJoin("training_class as c", "c.id", "e.class_id")
      .innerJoin("class_course as k", "k.class_id", "c.id")
      .innerJoin("lesson as l", "l.course_id", "k.course_id")
      .select(["e.person_id", "e.state", "c.state as classState", "c.name", "l.title", "l.quiz"])
      .where("e.id", "=", params.id)
      .where("l.id", "=", body.lessonId)
      .executeTakeFirst();
    if (!row || row.quiz === null) throw notFound("这个班的随堂练习");
    if (row.state !== "enrolled" || row.classState !== "running")
      throw conflict("class-not-running", "班级没有开班或学员已不在册，不能再增加练习次数。");
    const tried = await attemptsAt(context, params.id, body.lessonId);
    if (tried.some((attempt) => attempt.passed))
      throw conflict("quiz-passed", "该学员已通过这次练习，不需要再增加次数。");
    const granted = await grantsAt(context, params.id, body.lessonId);
    const quiz = Quiz.parse(row.quiz);
    const left = attemptsLeft(quiz, tried.length, granted);
    if (left > 0) throw conflict("quiz-attempts-left", `该学员还可以再答 ${left} 次，用完后再增加。`);
    const made = await context.db
      .insertInto("quiz_grant")
      .values({
        enrolment_id: params.id,
        lesson_id: body.lessonId,
        attempts: body.attempts,
        reason: body.reason,
        granted_by: context.actor.accountId,
        at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notify(
      context,
      row.person_id,
      "quiz-attempts-granted",
      `“${row.name}”的练习“${row.title}”，培训机构又给了您 ${body.attempts} 次机会，请登录后再答。原因：${body.reason}`,
    );
    context.audit({
      kind: "quiz-grant",
      id: made.id,
      detail: { enrolmentId: params.id, lessonId: body.lessonId, attempts: body.attempts },
    });
    return made;
  },
});

/** Serialised, or a double click would use up two attempts and a script more than there are. */
export const lockAttempts = async (context: Context, enrolmentId: string, lessonId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${enrolmentId}/${lessonId}`}, 8))`.execute(context.db);
};

/** Attempts so far, in order. */
export const attemptsAt = (
  context: Context,
  enrolmentId: string,
  lessonId: string,
): Promise<{ score: number; passed: boolean }[]> =>
  context.db
    .selectFrom("quiz_attempt")
    .select(["score", "passed"])
    .where("enrolment_id", "=", enrolmentId)
    .where("lesson_id", "=", lessonId)
    .orderBy("at")
    .execute();

/** Further attempts granted by the institution, in order. */
export const grantsAt = (
  context: Context,
  enrolmentId: string,
  lessonId: string,
): Promise<{ attempts: number; reason: string }[]> =>
  context.db
    .selectFrom("quiz_grant")
    .select(["attempts", "reason"])
    .where("enrolment_id", "=", enrolmentId)
    .where("lesson_id", "=", lessonId)
    .orderBy("at")
    .execute();

/** Attempts left. */
export const attemptsLeft = (quiz: Quiz, tried: number, granted: readonly { attempts: number }[]): number =>
  Math.max(0, granted.reduce((sum, grant) => sum + grant.attempts, quiz.maxAttempts) - tried);
