import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";
import { type Batch, holdBatch, WAYS } from "../batch/batch.ts";
import { sittings } from "../batch/arrange-rooms.ts";

/** One examiner's mark of one candidate. */
export interface Mark {
  candidateId: string;
  status: "scored" | "absent" | "cheated";
  score: number | null;
  reason?: string | undefined;
}

export interface Sheet {
  assignmentId: string;
  batchId: string;
  staffId: string;
  duty: string;
}

/** The assignment whose score sheet this is; only those who examine have one (theory is also marked by exam officers). */
export async function readSheetOwner(context: Context, assignmentId: string, subject: EvaluationWay): Promise<Sheet> {
  const row = await context.db
    .selectFrom("evaluation_assignment")
    .select(["id as assignmentId", "batch_id as batchId", "staff_id as staffId", "duty"])
    .where("id", "=", assignmentId)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  const marks = row.duty === "examiner" || (subject === "theory" && ["exam-officer", "invigilator"].includes(row.duty));
  if (!marks)
    throw conflict("rule-score-duty", `${WAYS[subject]}的评分表由考评人员登记，这个人的工作不评分。`, {
      rule: "score-duty",
    });
  return row;
}

export interface Written {
  written: number;
  unchanged: number;
}

/**
 * Writes an examiner's sheet. Marks that stand already are left alone where they are equal. A differing one is a correction: with a reason,
 * and only until another examiner marked the same candidate, since nobody's mark follows the others' (独立评分). All or nothing.
 */
export async function writeSheet(
  context: Context,
  sheet: Sheet,
  subject: EvaluationWay,
  marks: readonly Mark[],
  via: "phone" | "sheet",
): Promise<Written> {
  const batch = await holdBatch(context, sheet.batchId, ["running", "held"]);
  if (!batch.ways.includes(subject)) throw conflict("subject-unknown", `本批次没有${WAYS[subject]}这一科。`);
  const sits = new Set(
    (await sittings(context, batch))
      .filter(({ subjects }) => subjects.includes(subject))
      .map(({ candidateId }) => candidateId),
  );
  const { rows } = await sql<{
    id: string;
    candidateId: string;
    staffId: string;
    status: Mark["status"];
    score: number | null;
  }>`
    select x.id, x.candidate_id as "candidateId", x.staff_id as "staffId", x.status, x.score::float8 as score from evaluation_score x
    where x.batch_id = ${batch.id} and x.subject = ${subject} and not exists (select from evaluation_score n where n.replaces = x.id)`.execute(
    context.db,
  );
  const values = [];
  let unchanged = 0;
  for (const [index, mark] of marks.entries()) {
    const refuse = (code: string, detail: string) =>
      unacceptable(code, `${detail}。`, [{ pointer: `/marks/${index}/candidateId`, detail }]);
    if (!sits.has(mark.candidateId)) throw refuse("not-sitting", `第 ${index + 1} 名不是本批次${WAYS[subject]}的考生`);
    const own = rows.find((row) => row.candidateId === mark.candidateId && row.staffId === sheet.staffId);
    if (own && own.status === mark.status && own.score === mark.score) {
      unchanged += 1;
      continue;
    }
    if (own) {
      if (mark.reason === undefined)
        throw conflict(
          "score-recorded-already",
          "这张评分表里有考生的分数已经登记，没有覆盖。请刷新页面核对；确需更正的，请写明更正理由。",
        );
      if (rows.some((row) => row.candidateId === mark.candidateId && row.staffId !== sheet.staffId))
        throw conflict(
          "rule-independent",
          "其他考评人员已经给这名考生评分，评分须各自独立，不能再改。成绩公示后可通过异议更正。",
          { rule: "independent" },
        );
    }
    values.push({
      batch_id: batch.id,
      candidate_id: mark.candidateId,
      subject,
      staff_id: sheet.staffId,
      status: mark.status,
      score: mark.score,
      replaces: own?.id ?? null,
      reason: own ? (mark.reason ?? null) : null,
      via,
      recorded_by: context.actor.accountId,
      recorded_at: context.now,
    });
  }
  if (values.length > 0) await context.db.insertInto("evaluation_score").values(values).execute();
  return { written: values.length, unchanged };
}

export interface SubjectScore {
  status: "scored" | "absent" | "cheated";
  /** Mean of the sheets, to a tenth. */
  score: number | null;
  sheets: number;
}

/** Group score of each candidate and subject: the mean of the examiners' independent sheets. Anybody's 缺考 or 违纪 stands. */
export async function groupScores(
  context: Context,
  batch: Batch,
): Promise<Map<string, Partial<Record<EvaluationWay, SubjectScore>>>> {
  const { rows } = await sql<{ candidateId: string; subject: EvaluationWay } & SubjectScore>`
    select x.candidate_id as "candidateId", x.subject, count(*)::int as sheets,
      case when bool_or(x.status = 'cheated') then 'cheated' when bool_or(x.status = 'absent') then 'absent' else 'scored' end as status,
      case when bool_and(x.status = 'scored') then round(avg(x.score), 1)::float8 end as score
    from evaluation_score x where x.batch_id = ${batch.id} and not exists (select from evaluation_score n where n.replaces = x.id)
    group by x.candidate_id, x.subject`.execute(context.db);
  const found = new Map<string, Partial<Record<EvaluationWay, SubjectScore>>>();
  for (const { candidateId, subject, ...score } of rows)
    found.set(candidateId, { ...found.get(candidateId), [subject]: score });
  return found;
}
