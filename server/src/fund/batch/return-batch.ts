import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { tellMaker } from "./tell-maker.ts";
import { BatchState, batchStates } from "../batch-states.ts";
import { batchOwner } from "../owners.ts";

/** Returns the batch to its maker, with the reason. */
export const returnBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/return",
  summary: "退回批次",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 2) }),
  output: BatchState,
  async run(context, { params, body }) {
    await moveState(context, batchStates, params.id, "draft", { from: ["submitted"], reason: body.reason });
    await tellMaker(context, params.id, (number) => `批次 ${number} 已退回给您：${body.reason}`);
    context.audit({ kind: "payment-batch", id: params.id });
    return { id: params.id, state: "draft" };
  },
});
