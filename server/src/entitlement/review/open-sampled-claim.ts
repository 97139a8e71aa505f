import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { batchOwner, readBatch, ReviewBatch } from "./review-batch-view.ts";

/** `POST /api/v1/review-batches/:id/openings`: records that the officer looked at a sampled claim's evidence, with the finding. */
export const openSampledClaim = operation({
  method: "POST",
  path: "/api/v1/review-batches/:id/openings",
  summary: "记录对样本申请的逐笔核看",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ claimId: Id, note: Text(500, 2).describe("核看意见") }),
  output: ReviewBatch,
  async run(context, { params, body }) {
    const batch = await context.db
      .selectFrom("review_batch")
      .select(["officer_id", "sample"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (batch.officer_id !== context.actor.accountId)
      throw forbidden("这一批由另一位审核人员办理，须由其本人核看样本。", "not-your-batch");
    if (!batch.sample.includes(body.claimId))
      throw unacceptable("not-in-sample", "这笔申请不在样本中，无需在此记录。", [
        { pointer: "/claimId", detail: "不在样本中" },
      ]);
    await context.db
      .insertInto("review_opening")
      .values({ batch_id: params.id, claim_id: body.claimId, note: body.note, at: context.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    context.audit({ kind: "claim", id: body.claimId, detail: { batchId: params.id } });
    return readBatch(context, params.id);
  },
});
