import { z } from "zod";
import { markUnbatched } from "../../entitlement/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { BatchState, batchStates } from "../batch-states.ts";
import { batchOwner } from "../owners.ts";

/** Cancels a batch before release: its claims are payable again. */
export const cancelBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/cancellation",
  summary: "作废批次",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 2) }),
  output: BatchState,
  async run(context, { params, body }) {
    await moveState(context, batchStates, params.id, "cancelled", {
      from: ["draft", "submitted"],
      reason: body.reason,
    });
    const moved = await sql<{ claim_id: string }>`
      update payment set state = 'cancelled', return_reason = ${body.reason} where batch_id = ${params.id} and state = 'batched' returning claim_id`.execute(
      context.db,
    );
    if (moved.rows.length === 0) throw conflict("batch-empty", "批次中没有可移出的付款。");
    await markUnbatched(
      context,
      moved.rows.map((row) => row.claim_id),
      body.reason,
    );
    context.audit({ kind: "payment-batch", id: params.id });
    return { id: params.id, state: "cancelled" };
  },
});
