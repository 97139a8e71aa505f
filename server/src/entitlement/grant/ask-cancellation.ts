import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { askedNow } from "../../kernel/two-officers.ts";
import { claimOwner, lockClaim, mustBe } from "../claim/claim-record.ts";

/** `POST /api/v1/claims/:id/cancellations`: an officer contests an approval with a reason; another officer decides. */
export const askCancellation = operation({
  method: "POST",
  path: "/api/v1/claims/:id/cancellations",
  summary: "提出撤销已批准的补贴申请",
  permission: { roles: ["reviewer"], over: claimOwner },
  params: ById,
  body: z.strictObject({ reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockClaim(context.db, params.id);
    mustBe(row, ["approved", "publicised", "objected", "payable", "batched"]);
    const asked = await context.db
      .insertInto("claim_cancellation")
      .values({
        claim_id: params.id,
        reason: body.reason,
        ...askedNow(context),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", row.town, {
      template: "cancellations-waiting",
      text: "有 {n} 件撤销已提出，等待另一位审核人员确认。",
    });
    context.audit({ kind: "claim", id: params.id, detail: { cancellationId: asked.id } });
    return asked;
  },
});
