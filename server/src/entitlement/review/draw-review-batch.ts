import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { visibleClaims } from "../claim/claim-rows.ts";
import { type Drawable, drawSample } from "./draw-sample.ts";
import { readBatch, ReviewBatch } from "./review-batch-view.ts";

/**
 * `POST /api/v1/review-batches`: groups low-risk claims (granted, without objection or hold, in due state) and draws a random tenth
 * by amount that must be opened one by one before all can pass. Drawing can't be repeated until the sample suits: the same claims
 * give the same sample, and a claim in a sample that is still undecided is in the next one too.
 */
export const drawReviewBatch = operation({
  method: "POST",
  path: "/api/v1/review-batches",
  summary: "批量审核：抽取须逐笔核看的样本",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    round: z.union([z.literal(1), z.literal(2)]),
    claimIds: z.array(Id).min(2).max(2_000).optional().describe("不给出则取辖区内全部可批量审核的申请，最多 2000 笔"),
  }),
  output: ReviewBatch,
  async run(context, { body }) {
    const state = body.round === 1 ? "submitted" : "first-passed";
    const found = await sql<Drawable>`
      select c.id, coalesce(c.asked_fen, 0) as fen from claim c join claim_decision d on d.id = c.decision_id
      where ${visibleClaims(context.actor)} and c.state = ${state} and d.outcome = 'granted'
        and c.submitted_by is distinct from ${context.actor.accountId}
        and ${body.claimIds === undefined ? sql`true` : sql`c.id = any(${body.claimIds}::uuid[])`}
        and not exists (select from objection o where o.claim_id = c.id and o.answered_at is null)
        and standing_hold(c.id, c.class_id, c.person_id, c.organisation_id) is null
        and not exists (select from claim_review r where r.claim_id = c.id and r.officer_id = ${context.actor.accountId})
      order by c.due_on, c.number limit 2000`.execute(context.db);
    const ids = found.rows.map((row) => row.id);
    if (ids.length < 2 || (body.claimIds !== undefined && ids.length !== new Set(body.claimIds).size))
      throw conflict(
        "not-batchable",
        "只有裁定为可享受、没有异议和已确认的疑点、处于本环节且不是您提交或审核过的申请才能批量审核（至少 2 笔）。请逐笔核对后重新选择。",
        { eligible: ids.length },
      );
    const seed = seedOf(context, body.round, ids);
    const open = await sql<{ sample: string[] }>`
      select sample from review_batch where round = ${body.round} and passed_at is null and claim_ids && ${ids}::uuid[]`.execute(
      context.db,
    );
    const undecided = new Set(open.rows.flatMap((row) => row.sample));
    const carried = ids.filter((id) => undecided.has(id));
    const batch = await context.db
      .insertInto("review_batch")
      .values({
        round: body.round,
        seed,
        claim_ids: ids,
        sample: [...new Set([...carried, ...drawSample(seed, found.rows)])],
        officer_id: context.actor.accountId,
        region: context.actor.region,
        drawn_at: context.now,
        passed_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({
      kind: "review-batch",
      id: batch.id,
      detail: { seed, claims: ids.length, carried: carried.length },
    });
    return readBatch(context, batch.id);
  },
});

/** Nobody can foresee it, and the same officer can't draw another for the same claims. */
const seedOf = (context: Context, round: number, ids: readonly string[]): string =>
  context.services.sealer
    .lookupHash([round, context.actor.accountId, ...ids.toSorted()].join(":"), "review-sample")
    .toString("hex")
    .slice(0, 16);
