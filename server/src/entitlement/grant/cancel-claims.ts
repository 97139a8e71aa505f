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

/**
 * Takes back that much of a claim (fen), as another officer than the one who asked agrees: money that has arrived is demanded back in
 * that sum; before that the claim is cancelled and what is left of it prepared anew.
 */
export async function takeBackPart(context: Context, id: string, fen: number, reason: string): Promise<void> {
  if (fen === 0) throw conflict("nothing-to-take-back", "考勤又更正回来，没有多核定，请否决这一件。");
  const row = await lockClaim(context.db, id);
  if (stateOf(row) === "recovering") throw conflict("recovery-running", "这笔补贴已在追回，请等追回办完再处理这一件。");
  if (stateOf(row) === "paid") {
    const because = `${reason}，追回 ${row.number} 多付部分`;
    await context.emit("claim-recovery-due", {
      claimId: id,
      recoverFen: fen,
      because,
      officerId: context.actor.accountId,
    });
    return;
  }
  await cancelClaim(context, id, reason);
  if (row.enrolment_id !== null) await context.emit("allowance-days-free", { enrolmentId: row.enrolment_id });
}
