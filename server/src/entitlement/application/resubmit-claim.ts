import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { json } from "../../kernel/database.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { claimantOf } from "../claim/claim-record.ts";
import { Stated } from "../programme/stated.ts";
import { submitClaim } from "./submit-claim.ts";
import { Verdict, verdictOf } from "./verdict.ts";

/** `POST /api/v1/claims/:id/resubmission`: resubmits a corrected claim; it is decided anew as a new version. */
export const resubmitClaim = operation({
  method: "POST",
  path: "/api/v1/claims/:id/resubmission",
  summary: "补正后重新提交补贴申请",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  scope: "claims:write",
  params: ById,
  body: z.strictObject({
    stated: Stated.optional().describe("更正后的申报内容；不给出则不变"),
    because: Text(500, 5).optional(),
  }),
  output: Verdict,
  async run(context, { params, body }) {
    if (body.stated !== undefined)
      await context.db
        .updateTable("claim")
        .set({ stated: json(body.stated) })
        .where("id", "=", params.id)
        .where("state", "=", "returned")
        .execute();
    const version = await submitClaim(context, params.id, { from: ["returned"], because: body.because });
    context.audit({ kind: "claim", id: params.id });
    return verdictOf(version);
  },
});
