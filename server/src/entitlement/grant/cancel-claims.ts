import type { Context } from "../../kernel/context.ts";
import { giveBackSlots } from "./benefit-slots.ts";
import { lockClaim } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { releaseReservation } from "./reserve-each.ts";

/** Cancels an approved claim: its slots and reserved money are free again. Paid money is recovered by the fund instead. */
export async function cancelClaim(context: Context, id: string, reason: string): Promise<void> {
  const row = await lockClaim(context.db, id);
  await moveClaim(context, id, "cancelled", { reason });
  await giveBackSlots(context, [id]);
  await releaseReservation(context, row);
}
