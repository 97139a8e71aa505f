import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { claimantOf } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";

/** `POST /api/v1/claims/:id/declination`: declines a prepared claim. */
export const declineClaim = operation({
  method: "POST",
  path: "/api/v1/claims/:id/declination",
  summary: "放弃免申即享的补贴申请",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  scope: "claims:write",
  params: ById,
  body: z.strictObject({ reason: Text(200).optional() }),
  output: Done,
  async run(context, { params, body }) {
    await moveClaim(context, params.id, "declined", {
      from: ["prepared"],
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    });
    context.audit({ kind: "claim", id: params.id });
    return { id: params.id };
  },
});
