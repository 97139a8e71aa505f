import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { BatchState, batchStates } from "../batch-states.ts";
import { batchOwner } from "../owners.ts";

/** The maker submits the batch to a second officer. */
export const submitBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches/:id/submission",
  summary: "提交放款复核",
  permission: { roles: ["finance"], over: batchOwner },
  params: ById,
  output: BatchState,
  async run(context, { params }) {
    await moveState(context, batchStates, params.id, "submitted");
    const { region } = await context.db
      .selectFrom("payment_batch")
      .select("region")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "finance", region, {
      template: "batches-waiting",
      text: "有 {n} 个拨付批次已提交，等待另一位人员复核放款。",
    });
    context.audit({ kind: "payment-batch", id: params.id });
    return { id: params.id, state: "submitted" };
  },
});
