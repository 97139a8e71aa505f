import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { withdrawPayment } from "../grant/approval-hooks.ts";
import { cancelClaim } from "../grant/cancel-claims.ts";
import { type ClaimRow, lockClaim, newVersion, stateOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";
import type { ObjectionKind } from "./objections.ts";
import { dueAfter, REVIEW_DAYS } from "../claim/work-calendar.ts";

/** Owner of an objection: the officers of its claim's town. */
export async function objectionOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("objection as o")
    .innerJoin("claim as c", "c.id", "o.claim_id")
    .select("c.town")
    .where("o.id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.town } : null;
}

/**
 * `POST /api/v1/objections/:id/answer`: answered by an officer who reviewed nothing of the claim; an upheld objection takes effect
 * at once.
 */
export const answerObjection = operation({
  method: "POST",
  path: "/api/v1/objections/:id/answer",
  summary: "答复异议或申诉",
  permission: { roles: ["reviewer"], over: objectionOwner },
  params: ById,
  body: z.strictObject({ upheld: z.boolean().describe("异议成立"), answer: Text(2000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const answered = await context.db
      .updateTable("objection")
      .set({
        answer: body.answer,
        upheld: body.upheld,
        answered_by: context.actor.accountId,
        answered_at: context.now,
      })
      .where("id", "=", params.id)
      .where("answered_at", "is", null)
      .returning(["claim_id", "kind"])
      .executeTakeFirst();
    if (!answered) throw conflict("objection-answered", "这条异议已由他人答复。请刷新页面查看结果。");
    if (body.upheld) await withdrawPayment(context, answered.claim_id, body.answer);
    const row = await lockClaim(context.db, answered.claim_id);
    await (body.upheld
      ? uphold(context, row, answered.kind, body.answer)
      : reject(context, row, answered.kind, body.answer));
    context.audit({ kind: "objection", id: params.id, detail: { claimId: row.id, upheld: body.upheld } });
    return { id: params.id };
  },
});

async function uphold(context: Context, row: ClaimRow, kind: ObjectionKind, answer: string): Promise<void> {
  if (kind === "appeal") {
    // A new version goes through both reviews again.
    await newVersion(context, row);
    await context.db
      .updateTable("claim")
      .set({ due_on: dueAfter(context.today, REVIEW_DAYS) })
      .where("id", "=", row.id)
      .execute();
    await moveClaim(context, row.id, "submitted", { reason: answer });
    return;
  }
  switch (stateOf(row)) {
    case "submitted":
    case "first-passed":
      await moveClaim(context, row.id, "refused", { reason: answer });
      break;
    case "approved":
    case "publicised":
    case "objected":
    case "payable":
    case "batched":
    case "paid":
      await cancelClaim(context, row.id, answer);
      break;
    default:
      throw conflict("claim-state", "这笔补贴正在追回或已经办结，请先办完追回再答复。");
  }
}

async function reject(context: Context, row: ClaimRow, kind: ObjectionKind, answer: string): Promise<void> {
  if (kind === "appeal") {
    await moveClaim(context, row.id, "refused", { reason: answer });
    return;
  }
  const open = await context.db
    .selectFrom("objection")
    .select("id")
    .where("claim_id", "=", row.id)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  if (open || stateOf(row) !== "objected") return;
  // The announced period is not prolonged: once it is over nobody objects anew, and the claim is payable with the last answer.
  await moveClaim(context, row.id, "publicised", { reason: answer });
}
