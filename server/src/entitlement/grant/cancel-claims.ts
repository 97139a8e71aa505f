import type { Context } from "../../kernel/context.ts";
import { giveBackSlots } from "./benefit-slots.ts";
import { lockClaim } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import { releaseReservation } from "./reserve-each.ts";

/** Takes an approved claim back: slots and reserved money are free again. Paid money is the fund's to recover, not ours to cancel. */
export async function cancelClaim(context: Context, id: string, reason: string): Promise<void> {
  const row = await lockClaim(context.db, id);
  await moveClaim(context, id, "cancelled", { reason });
  await giveBackSlots(context, [id]);
  await releaseReservation(context, row);
}
