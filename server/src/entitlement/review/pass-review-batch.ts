import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Fen, Id } from "../../kernel/shapes.ts";
import { type ApprovalOutcome, approveClaims } from "./approve-claims.ts";
import { passFirstMany } from "./pass-first-many.ts";
import { batchOwner, readBatch } from "./review-batch-view.ts";

/**
 * `POST /api/v1/review-batches/:id/passing`: passes the batch once its whole sample was opened. Each claim is decided again; one
 * that can't pass stays with a reason, the others proceed.
 */
export const passReviewBatch = operation({
  method: "POST",
  path: "/api/v1/review-batches/:id/passing",
  summary: "批量审核通过",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  output: z.strictObject({
    id: Id,
    passed: z.number().int(),
    totalFen: Fen,
    left: z.array(z.strictObject({ claimId: Id, number: z.string(), code: z.string(), detail: z.string() })),
  }),
  async run(context, { params }) {
    const batch = await context.db
      .selectFrom("review_batch")
      .selectAll()
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (batch.officer_id !== context.actor.accountId) throw forbidden("这一批由另一位审核人员办理。", "not-your-batch");
    if (batch.passed_at !== null) throw conflict("batch-passed", "这一批已经审核通过，请勿重复提交。");
    const { sample } = await readBatch(context, params.id);
    const unopened = sample.filter((claim) => !claim.opened);
    if (unopened.length > 0)
      throw conflict(
        "sample-not-opened",
        `样本中还有 ${unopened.length} 笔没有逐笔核看：${unopened
          .slice(0, 5)
          .map((claim) => claim.number)
          .join("、")}。核看后才能整批通过。`,
        { unopened: unopened.map((claim) => claim.claimId) },
      );
    const approval = { officerId: batch.officer_id, sampled: new Set(batch.sample), reason: "批量审核" };
    const outcomes =
      batch.round === 1
        ? await passFirstMany(context, batch.claim_ids, approval)
        : await approveClaims(context, batch.claim_ids, approval);
    await context.db.updateTable("review_batch").set({ passed_at: context.now }).where("id", "=", params.id).execute();
    context.audit({ kind: "review-batch", id: params.id, detail: { round: batch.round } });
    return summary(params.id, outcomes);
  },
});

const summary = (id: string, outcomes: readonly ApprovalOutcome[]) => ({
  id,
  passed: outcomes.filter((outcome) => outcome.refusal === null).length,
  totalFen: outcomes.reduce((sum, outcome) => sum + (outcome.approvedFen ?? 0), 0),
  left: outcomes.flatMap(({ claimId, number, refusal }) => (refusal === null ? [] : [{ claimId, number, ...refusal }])),
});
