import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/problem.ts";
import { giveBackSlots } from "./benefit-slots.ts";
import { lockClaim, stateOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { withdrawPayment } from "./approval-hooks.ts";
import { releaseReservation } from "./reserve-each.ts";

/**
 * Cancels an approved claim: its slots and reserved money are free again. A payment in a batch is taken out first; one the bank has
 * is waited for, and money that has arrived is demanded back by the fund instead.
 */
export async function cancelClaim(context: Context, id: string, reason: string): Promise<void> {
  await withdrawPayment(context, id, reason);
  const row = await lockClaim(context.db, id);
  if (stateOf(row) === "batched")
    throw conflict(
      "payment-under-way",
      "这笔款已送银行，请等银行回单到达后再处理：退回的可以撤销，到账的会发出追回通知。",
    );
  if (stateOf(row) === "paid") {
    await context.emit("claim-recovery-due", { claimId: id, recoverFen: row.paid_fen ?? 0 });
    return;
  }
  await moveClaim(context, id, "cancelled", { reason });
  await giveBackSlots(context, [id]);
  await releaseReservation(context, row);
}
