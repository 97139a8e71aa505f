import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { batchStates } from "../evaluation-states.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";
import { batchOwner } from "../owners.ts";
import { type Batch, holdBatch, passNode, rulesOf, WAYS } from "../batch/batch.ts";
import { sittings } from "../batch/arrange-rooms.ts";
import { DUTIES } from "../panel/staff-words.ts";
import { groupScores } from "./scores.ts";

export interface Outcome {
  candidateId: string;
  theory: number | null;
  practice: number | null;
  review: number | null;
  status: "scored" | "absent" | "cheated";
  passed: boolean;
}

/** Outcome of each candidate: every part at least the pass score. Who makes up keeps the parts that were passed before. */
export async function outcomes(context: Context, batch: Batch, only?: string): Promise<Outcome[]> {
  const pass = (await rulesOf(context.db, batch)).value("pass-score");
  const scores = await groupScores(context, batch);
  const { rows } = await sql<{ id: string; theory: number | null; practice: number | null; review: number | null }>`
    select k.id, r.theory::float8 as theory, r.practice::float8 as practice, r.review::float8 as review
    from evaluation_candidate k join evaluation_result r on r.candidate_id = k.make_up_of
      and not exists (select from evaluation_result n where n.replaces = r.id)
    where k.batch_id = ${batch.id}`.execute(context.db);
  const before = new Map(rows.map((row) => [row.id, row]));
  const found: Outcome[] = [];
  for (const { candidateId, subjects } of await sittings(context, batch)) {
    if (only !== undefined && candidateId !== only) continue;
    const own = scores.get(candidateId) ?? {};
    const scoreOf = (way: EvaluationWay): number | null =>
      subjects.includes(way) ? (own[way]?.score ?? null) : (before.get(candidateId)?.[way] ?? null);
    const statuses = subjects.map((way) => own[way]?.status ?? "absent");
    const status = statuses.includes("cheated") ? "cheated" : statuses.includes("absent") ? "absent" : "scored";
    const outcome = { theory: scoreOf("theory"), practice: scoreOf("practice"), review: scoreOf("review") };
    found.push({
      candidateId,
      ...outcome,
      status,
      passed: status === "scored" && batch.ways.every((way) => (outcome[way] ?? 0) >= pass),
    });
  }
  return found;
}

/** Closes the score sheets: each part of each candidate has enough independent sheets, each supervisor reported. Results are facts from here on. */
export const closeScores = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/results",
  summary: "确定成绩",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ passed: z.int(), failed: z.int() }),
  async run(context, { params }) {
    const batch = await holdBatch(context, params.id, ["held"]);
    const rules = await rulesOf(context.db, batch);
    const scores = await groupScores(context, batch);
    const least = rules.value("score-sheets");
    for (const way of batch.ways) {
      const needed = way === "theory" ? 1 : least;
      const short = (await sittings(context, batch)).filter(
        ({ candidateId, subjects }) => subjects.includes(way) && (scores.get(candidateId)?.[way]?.sheets ?? 0) < needed,
      ).length;
      if (short > 0)
        throw rules.refuse(
          "score-sheets",
          `${WAYS[way]}有 ${short} 名考生的评分表不足 ${needed} 份，请各考评人员补齐本人的评分表（没有参加的登“缺考”）。`,
        );
    }
    await requireReports(context, batch);
    const results = await outcomes(context, batch);
    await context.db
      .insertInto("evaluation_result")
      .values(
        results.map(({ candidateId, ...outcome }) => ({
          batch_id: batch.id,
          candidate_id: candidateId,
          ...outcome,
          replaces: null,
          reason: null,
          decided_by: context.actor.accountId,
          decided_at: context.now,
        })),
      )
      .execute();
    await passNode(context, batch, "scores");
    await moveState(context, batchStates, batch.id, "scored");
    const passed = results.filter((result) => result.passed).length;
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { passed, failed: results.length - passed } });
    return { passed, failed: results.length - passed };
  },
});

/** Each supervisor sees each part: a report for each is asked for. */
async function requireReports(context: Context, batch: Batch): Promise<void> {
  const { rows } = await sql<{ duty: "internal-supervisor" | "external-supervisor"; steps: string[] }>`
    select a.duty, array(select distinct v.step from evaluation_supervision v where v.assignment_id = a.id) as steps
    from evaluation_assignment a where a.batch_id = ${batch.id} and a.removed_at is null
      and a.duty in ('internal-supervisor', 'external-supervisor')`.execute(context.db);
  for (const { duty, steps } of rows) {
    const missing = batch.ways.filter((way) => !steps.includes(way));
    if (missing.length > 0)
      throw conflict(
        "rule-supervision",
        `${DUTIES[duty]}还没有记${missing.map((way) => WAYS[way]).join("、")}的督导情况。督导须到场督导每一环节，请先补齐督导报告。`,
        { rule: "supervision" },
      );
  }
}
