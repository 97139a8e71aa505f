import { z } from "zod";
import { notifyAccount } from "../../access/index.ts";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { cancelClaim, takeBackPart } from "./cancel-claims.ts";

async function cancellationOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("claim_cancellation as x")
    .innerJoin("claim as c", "c.id", "x.claim_id")
    .select("c.town")
    .where("x.id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.town } : null;
}

/** `POST /api/v1/cancellations/:id/decision`: the second officer agrees (the claim is cancelled) or not (it stays). */
export const decideCancellation = operation({
  method: "POST",
  path: "/api/v1/cancellations/:id/decision",
  summary: "确认或否决撤销",
  permission: { roles: ["reviewer"], over: cancellationOwner },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const decided = await context.db
      .updateTable("claim_cancellation")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, agreed: body.agreed })
      .where("id", "=", params.id)
      .where("decided_by", "is", null)
      .returning(["claim_id", "reason", "less_fen", "asked_by"])
      .executeTakeFirst();
    if (!decided) throw conflict("cancellation-decided", "这项撤销已由他人处理。请刷新页面查看结果。");
    if (body.agreed)
      await (decided.less_fen === null
        ? cancelClaim(context, decided.claim_id, decided.reason)
        : takeBackPart(context, decided.claim_id, decided.less_fen, decided.reason));
    const done = decided.less_fen === null ? "已确认，申请已撤销" : "已确认，减去的部分不再发放";
    await notifyAccount(context, decided.asked_by, {
      template: "cancellation-decided",
      subject: decided.claim_id,
      text: `您提出的撤销${body.agreed ? done : "没有得到确认，申请照常办理"}。您写的理由：${decided.reason}`,
    });
    context.audit({ kind: "claim", id: decided.claim_id, detail: { cancellationId: params.id, agreed: body.agreed } });
    return { id: params.id };
  },
});
