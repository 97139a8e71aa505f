import { z } from "zod";
import { markUnbatched } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Fen, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { batchStates } from "../batch-states.ts";
import { book } from "../books/ledger.ts";
import { paymentOwner } from "../owners.ts";

/** The batch after a payment was taken out of it. */
const Rest = z.object({ batchId: z.uuid(), state: z.string(), count: z.number().int(), totalFen: Fen });

/**
 * Takes one payment out of its batch with a reason, as long as the bank doesn't have it; the rest goes on. Its claim is payable again.
 * A batch with nothing left is cancelled.
 */
export const takeOutPayment = operation({
  method: "POST",
  path: "/api/v1/payments/:id/removal",
  summary: "把一笔付款移出批次",
  permission: { roles: ["finance"], over: paymentOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 2) }),
  output: Rest,
  async run(context, { params, body }) {
    const rest = await takeOut(context, params.id, body.reason);
    if (rest === null)
      throw conflict("payment-under-way", "这笔付款已送银行或不在批次中，不能移出。已送银行的请等银行回单。");
    return rest;
  },
});

/** Takes the payment out, or answers null if the bank has it or it isn't in a batch. Locks the batch, then the claim. */
export async function takeOut(
  context: Context,
  paymentId: string,
  reason: string,
): Promise<z.output<typeof Rest> | null> {
  const batch = await context.db
    .selectFrom("payment_batch as b")
    .innerJoin("payment as p", "p.batch_id", "b.id")
    .select(["b.id", "b.number", "b.state", "b.source_id"])
    .where("p.id", "=", paymentId)
    .forUpdate("b")
    .executeTakeFirst();
  if (!batch || !["draft", "submitted", "released"].includes(batch.state)) return null;
  const taken = await sql<{ claim_id: string; number: string; amount_fen: number }>`
    update payment set state = 'cancelled', return_reason = ${reason} where id = ${paymentId} and state = 'batched'
    returning claim_id, number, amount_fen`.execute(context.db);
  const payment = taken.rows[0];
  if (!payment) return null;
  if (batch.state === "released")
    await book(context, [
      {
        movement: "bounced",
        sourceId: batch.source_id,
        amountFen: payment.amount_fen,
        postedOn: context.today,
        key: `taken-out:${paymentId}`,
        note: `放款后移出 ${payment.number}`,
        claimId: payment.claim_id,
        paymentId,
      },
    ]);
  const left = await sql<{ count: number; total_fen: number }>`
    update payment_batch set count = count - 1, total_fen = total_fen - ${payment.amount_fen} where id = ${batch.id}
    returning count, total_fen`.execute(context.db);
  const { count = 0, total_fen: totalFen = 0 } = left.rows[0] ?? {};
  if (count === 0) await moveState(context, batchStates, batch.id, "cancelled", { reason });
  await markUnbatched(context, [payment.claim_id], reason);
  context.audit({
    kind: "payment",
    id: paymentId,
    detail: { batch: batch.number, fen: payment.amount_fen, after: batch.state },
  });
  return { batchId: batch.id, state: count === 0 ? "cancelled" : batch.state, count, totalFen };
}

/** Takes the claim's payment out of its batch, for a claim that is stopped for good. Says whether it did. */
export async function withdrawClaim(context: Context, claimId: string, reason: string): Promise<boolean> {
  const payment = await context.db
    .selectFrom("payment")
    .select("id")
    .where("claim_id", "=", claimId)
    .where("state", "=", "batched")
    .executeTakeFirst();
  return payment !== undefined && (await takeOut(context, payment.id, reason)) !== null;
}
