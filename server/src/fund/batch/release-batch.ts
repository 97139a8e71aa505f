import { refuseStopped } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { tellMaker } from "./tell-maker.ts";
import { BatchState, batchStates } from "../batch-states.ts";
import { book } from "../books/ledger.ts";
import { batchOwner } from "../owners.ts";

/** A second officer, who reviewed none of its claims, releases the batch: its money leaves the bank account into transit. */
export const releaseBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/release",
  summary: "复核放款",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  output: BatchState,
  async run(context, { params }) {
    const batch = await context.db
      .selectFrom("payment_batch")
      .selectAll()
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (batch.made_by === context.actor.accountId) {
      throw forbidden("编制批次的人不能复核放款，请由另一位财政人员办理。", "releaser-is-maker");
    }
    await context.db
      .updateTable("payment_batch")
      .set({ released_by: context.actor.accountId, released_at: context.now })
      .where("id", "=", params.id)
      .execute();
    await refuseStoppedPayments(context, params.id);
    await moveState(context, batchStates, params.id, "released");
    await refuseReviewers(context, params.id);
    await book(context, [
      {
        movement: "sent",
        sourceId: batch.source_id,
        amountFen: batch.total_fen,
        postedOn: context.today,
        key: `sent:${batch.id}`,
        note: `放款 ${batch.number}，${batch.count} 笔`,
      },
    ]);
    await tellMaker(context, params.id, (number) => `批次 ${number} 已复核放款，可以送银行。`);
    context.audit({ kind: "payment-batch", id: params.id, detail: { fen: batch.total_fen, count: batch.count } });
    return { id: params.id, state: "released" };
  },
});

/** The claims of payments still in the batch may all be paid. The database refuses it too; here the claim and its reason are named. */
export async function refuseStoppedPayments(context: Context, batchId: string): Promise<void> {
  const paid = await context.db
    .selectFrom("payment")
    .select("claim_id")
    .where("batch_id", "=", batchId)
    .where("state", "=", "batched")
    .execute();
  await refuseStopped(
    context,
    paid.map((row) => row.claim_id),
  );
}

/** The database refuses it too; checked here before anything moves. */
async function refuseReviewers(context: Context, batchId: string): Promise<void> {
  const found = await sql`
    select from claim_review r join payment p on p.claim_id = r.claim_id join payment_batch b on b.id = p.batch_id
    where p.batch_id = ${batchId} and p.state = 'batched' and r.officer_id in (b.made_by, b.released_by) limit 1`.execute(
    context.db,
  );
  if (found.rows.length > 0)
    throw forbidden("批次中有您审核过的补贴申请，审核人不能付款，请由其他人员办理。", "payer-is-reviewer");
}
