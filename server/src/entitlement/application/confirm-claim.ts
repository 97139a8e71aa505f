import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { claimantOf } from "../claim/claim-record.ts";
import { submitClaim } from "./submit-claim.ts";
import { Verdict, verdictOf } from "./verdict.ts";

/** `POST /api/v1/claims/:id/confirmation`: confirms a prepared claim. */
export const confirmClaim = operation({
  method: "POST",
  path: "/api/v1/claims/:id/confirmation",
  summary: "确认免申即享的补贴申请",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  behalf: ["claim"],
  scope: "claims:write",
  params: ById,
  body: z.strictObject({
    because: Text(500, 5).optional().describe("按现有记录不能享受、仍要提交时的理由"),
  }),
  output: Verdict,
  async run(context, { params, body }) {
    const version = await submitClaim(context, params.id, { from: ["prepared"], because: body.because });
    context.audit({ kind: "claim", id: params.id });
    return verdictOf(version);
  },
});
