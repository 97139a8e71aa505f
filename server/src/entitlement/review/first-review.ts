import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { claimOwner, lockClaim, mustBe } from "../claim/claim-record.ts";
import { passFirst, ReviewBody, turnDown } from "./review-claim.ts";

/** `POST /api/v1/claims/:id/first-review`: pass, return or refuse. */
export const firstReview = operation({
  method: "POST",
  path: "/api/v1/claims/:id/first-review",
  summary: "初审补贴申请",
  permission: { roles: ["reviewer"], over: claimOwner },
  params: ById,
  body: ReviewBody,
  output: Done,
  async run(context, { params, body }) {
    if (body.verdict === "pass") {
      await passFirst(context, params.id, body);
    } else {
      const row = await lockClaim(context.db, params.id);
      mustBe(row, ["submitted"]);
      await turnDown(context, row, 1, body.verdict, body.reason);
    }
    context.audit({ kind: "claim", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
