import { formatClassHours } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { type Completion, completionOf } from "../completion/completion.ts";
import { settlePoints } from "../points/points.ts";

/** A learner of the exam's class with the result in force. */
export interface ExamSeat {
  enrolmentId: string;
  personId: string;
  seat: number;
  name: string;
  resultId: string | null;
  score: number | null;
  /** Scores of the two parts, where the exam was marked by parts. */
  theory: number | null;
  skill: number | null;
  /** Recorded as absent: a result without a score. */
  absent: boolean;
  passed: boolean | null;
  /** Number of changes of the score. */
  corrections: number;
  /** Reason for the last change. */
  reason: string | null;
}

/** Everybody enrolled in the exam's class, by seat, with the result in force. */
export async function examSeats(db: Database, examId: string): Promise<ExamSeat[]> {
  const found = await sql<ExamSeat>`
    select e.id as "enrolmentId", e.person_id as "personId", e.seat, p.name, r.id as "resultId", r.score, r.theory, r.skill,
      coalesce(r.absent, false) as absent, r.passed, r.reason,
      greatest(0, (select count(*) from exam_result a where a.exam_id = x.id and a.enrolment_id = e.id) - 1)::int as corrections
    from exam x
    join enrolment e on e.class_id = x.class_id and e.state in ('enrolled', 'completed', 'failed')
    join person p on p.id = e.person_id
    left join exam_result r on r.exam_id = x.id and r.enrolment_id = e.id
      and not exists (select from exam_result newer where newer.replaces = r.id)
    where x.id = ${examId} order by e.seat`.execute(db);
  return found.rows;
}

/** Organisation that holds an exam. */
export interface ExamRules {
  id: string;
  kind: "completion" | "evaluation";
  passScore: number;
}

export async function readExam(db: Database, examId: string): Promise<ExamRules> {
  return db
    .selectFrom("exam")
    .select(["id", "kind", "pass_score as passScore"])
    .where("id", "=", examId)
    .executeTakeFirstOrThrow();
}

/** Reason why a learner may not sit the completion exam yet, as a sentence; null if they may. */
export function notReady(completion: Completion | undefined): string | null {
  if (!completion) return "没有学习记录";
  const {
    countedHours,
    neededHours: needed,
    attendancePercent,
    minimumAttendancePercent: minimum,
    complete,
  } = completion;
  if (countedHours < needed)
    return `计入课时 ${formatClassHours(countedHours)}，未满规定的 ${formatClassHours(needed)}`;
  return complete ? null : `出勤率 ${attendancePercent}%，未达到 ${minimum}%`;
}

/** A mark as it is given: a score, also of two parts; null: absent. */
export interface Mark {
  score: number | null;
  theory?: number | null | undefined;
  skill?: number | null | undefined;
  reason?: string | undefined;
}

/** Word of sheets and exports for a learner who did not come. */
export const ABSENT = "缺考";

/** Whether the seat's result in force says the same. */
export const isSameMark = (seat: ExamSeat, mark: Mark): boolean =>
  seat.resultId !== null &&
  seat.score === mark.score &&
  seat.theory === (mark.theory ?? null) &&
  seat.skill === (mark.skill ?? null);

/** Passed: present, and each part that was marked, or else the whole, reaches the pass score. */
const hasPassed = (exam: ExamRules, { score, theory, skill }: Mark): boolean => {
  const parts = [theory, skill].filter((part) => part !== null && part !== undefined);
  return score !== null && (parts.length > 0 ? parts : [score]).every((each) => each >= exam.passScore);
};

/** Reason why this mark can't be recorded for this learner now; null if it can. Changing one needs a reason. */
export function whyNot(
  exam: ExamRules,
  seat: ExamSeat,
  given: Mark,
  completion: Completion | undefined,
): string | null {
  if (seat.resultId !== null && (given.reason?.trim().length ?? 0) < 2)
    return isSameMark(seat, given) ? "该学员已有相同成绩" : "该学员已有成绩，更正须写明理由";
  // Who was not there needs no complete hours to be marked absent.
  return exam.kind === "completion" && seat.resultId === null && given.score !== null ? notReady(completion) : null;
}

/**
 * Records marks as new facts; a correction names the one it replaces and the reason. The database allows one replacement of
 * each.
 */
export async function writeResults(
  context: Context,
  exam: ExamRules,
  results: readonly ({ seat: ExamSeat } & Mark)[],
): Promise<void> {
  if (results.length === 0) return;
  await context.db
    .insertInto("exam_result")
    .values(
      results.map(({ seat, ...mark }) => ({
        exam_id: exam.id,
        enrolment_id: seat.enrolmentId,
        score: mark.score,
        theory: mark.theory ?? null,
        skill: mark.skill ?? null,
        absent: mark.score === null,
        passed: hasPassed(exam, mark),
        replaces: seat.resultId,
        reason: seat.resultId === null ? null : (mark.reason ?? null),
        recorded_by: context.maybeActor?.accountId ?? null,
        recorded_at: context.now,
      })),
    )
    .execute();
  await settlePoints(
    context,
    results.map(({ seat }) => seat.enrolmentId),
  );
}

/** Results are frozen once certificates were issued on them. */
export async function refuseAfterCertificate(db: Database, exam: ExamRules, enrolmentIds: string[]): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const given = await db
    .selectFrom("certificate as f")
    .select("f.serial")
    .where("f.enrolment_id", "in", enrolmentIds)
    .$if(exam.kind === "completion", (q) => q.where("f.kind", "=", "completion"))
    .$if(exam.kind === "evaluation", (q) => q.where("f.kind", "!=", "completion"))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("certificate_revocation as v")
            .select("v.certificate_id")
            .whereRef("v.certificate_id", "=", "f.id"),
        ),
      ),
    )
    .executeTakeFirst();
  if (given) throw conflict("certificate-given", `已按原成绩发放证书（${given.serial}），更正成绩前须先撤销证书。`);
}

export const completionsFor = (db: Database, exam: ExamRules, seats: readonly ExamSeat[]) =>
  exam.kind === "completion"
    ? completionOf(
        db,
        seats.map((seat) => seat.enrolmentId),
      )
    : Promise.resolve(new Map<string, Completion>());
