import { formatYuan } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { giveBackSlots } from "./benefit-slots.ts";
import { giveUpDays, returnDays } from "../claim/returned-days.ts";
import { refuseStopped } from "../claim/claim-stops.ts";
import { moveClaim, moveClaims } from "../claim/move-claims.ts";

/**
 * Moves of a claim that the fund triggers. The claim's state belongs to this module: the fund calls these in its own transaction
 * and never writes the table.
 */

/** Payable → batched, all or none. Refuses claims that are stopped (see `claim-stops.ts`). */
export async function markBatched(context: Context, claimIds: readonly string[]): Promise<void> {
  await refuseStopped(context, claimIds);
  await moveClaims(context, claimIds, "batched", { from: ["payable"] });
}

/** Batched → payable: the batch was cancelled before money left. */
export const markUnbatched = (context: Context, claimIds: readonly string[], reason: string): Promise<void> =>
  moveClaims(context, claimIds, "payable", { from: ["batched"], reason });

/** Batched → paid with the amount that arrived, in fen. */
export const markPaid = (context: Context, claimId: string, fen: number): Promise<void> =>
  markManyPaid(context, [{ claimId, fen }]);

/** Like `markPaid`, for a whole bank return. */
export async function markManyPaid(context: Context, paid: readonly { claimId: string; fen: number }[]): Promise<void> {
  if (paid.length === 0) return;
  const ids = paid.map((row) => row.claimId);
  await moveClaims(context, ids, "paid", { from: ["batched"] });
  await sql`
    update claim c set paid_fen = p.fen
    from unnest(${ids}::uuid[], ${paid.map((row) => row.fen)}::bigint[]) as p(id, fen) where c.id = p.id`.execute(
    context.db,
  );
}

/** Batched (or already paid) → payable: the bank returned the money; it can be batched again once the cause is fixed. */
export async function markReturned(context: Context, claimId: string, reason: string): Promise<void> {
  await moveClaim(context, claimId, "payable", { from: ["batched", "paid"], reason });
  await context.db.updateTable("claim").set({ paid_fen: null }).where("id", "=", claimId).execute();
}

/** Paid → recovering: money is demanded back. */
export async function startRecovery(context: Context, claimId: string, reason: string): Promise<void> {
  await moveClaim(context, claimId, "recovering", { from: ["paid"], reason });
}

/**
 * Books the recovered amount (fen). A claim with nothing left paid becomes recovered and leaves its person's history; otherwise it
 * stays paid with the rest, without the days that were asked back.
 */
export async function finishRecovery(context: Context, claimId: string, recoveredFen: number): Promise<void> {
  const claim = await context.db
    .selectFrom("claim")
    .select(["paid_fen", "enrolment_id"])
    .where("id", "=", claimId)
    .forUpdate()
    .executeTakeFirst();
  if (!claim) throw notFound("补贴申请");
  const left = (claim.paid_fen ?? 0) - recoveredFen;
  if (left < 0)
    throw conflict(
      "recovered-more-than-paid",
      `追回金额超过了已付的 ${formatYuan(claim.paid_fen ?? 0)} 元，请核对追回记录。`,
    );
  await moveClaim(context, claimId, left === 0 ? "recovered" : "paid", { from: ["recovering"] });
  await context.db.updateTable("claim").set({ paid_fen: left }).where("id", "=", claimId).execute();
  const hadDays = await returnDays(context, claimId, recoveredFen);
  if (left === 0) await giveBackSlots(context, [claimId]);
  if (hadDays && claim.enrolment_id !== null)
    await context.emit("allowance-days-free", { enrolmentId: claim.enrolment_id });
}

/** Recovering → paid: the demand was withdrawn or written off. */
export async function abandonRecovery(context: Context, claimId: string, reason: string): Promise<void> {
  await moveClaim(context, claimId, "paid", { from: ["recovering"], reason });
  await giveUpDays(context, claimId);
}
