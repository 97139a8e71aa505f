import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { claimantOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";

/** `POST /api/v1/claims/:id/withdrawal`: withdraws a claim before its first review, or after it was returned. */
export const withdrawClaim = operation({
  method: "POST",
  path: "/api/v1/claims/:id/withdrawal",
  summary: "撤回补贴申请",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  scope: "claims:write",
  params: ById,
  body: z.strictObject({ reason: Text(200) }),
  output: Done,
  async run(context, { params, body }) {
    await moveClaim(context, params.id, "withdrawn", { from: ["submitted", "returned"], reason: body.reason });
    context.audit({ kind: "claim", id: params.id });
    return { id: params.id };
  },
});
