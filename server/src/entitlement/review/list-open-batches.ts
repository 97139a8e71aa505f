import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";

/** `GET /api/v1/review-batches/open`: the officer's own batches that were drawn and are still to be passed, the newest first. */
export const listOpenBatches = operation({
  method: "GET",
  path: "/api/v1/review-batches/open",
  summary: "本人抽取后还没有办完的批次",
  permission: { roles: ["reviewer"] },
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: Id,
        round: z.union([z.literal(1), z.literal(2)]),
        claims: z.number().int(),
        drawnAt: Instant,
      }),
    ),
  }),
  async run(context) {
    const found = await context.db
      .selectFrom("review_batch")
      .select(["id", "round", "claim_ids", "drawn_at"])
      .where("officer_id", "=", context.actor.accountId)
      .where("passed_at", "is", null)
      .orderBy("drawn_at", "desc")
      .limit(20)
      .execute();
    return {
      rows: found.map((row) => ({
        id: row.id,
        round: row.round === 1 ? (1 as const) : (2 as const),
        claims: row.claim_ids.length,
        drawnAt: row.drawn_at.toISOString(),
      })),
    };
  },
});
