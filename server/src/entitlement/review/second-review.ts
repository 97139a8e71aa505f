import { operation } from "../../kernel/operation.ts";
import { Problem } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { approveClaims } from "./approve-claims.ts";
import { claimOwner, lockClaim, mustBe } from "../claim/claim-record.ts";
import { ReviewBody, turnDown } from "./review-claim.ts";

/**
 * `POST /api/v1/claims/:id/second-review`: another officer passes (decided again, slots taken, money reserved), returns or refuses.
 */
export const secondReview = operation({
  method: "POST",
  path: "/api/v1/claims/:id/second-review",
  summary: "复审补贴申请",
  permission: { roles: ["reviewer"], over: claimOwner },
  params: ById,
  body: ReviewBody,
  output: Done,
  async run(context, { params, body }) {
    if (body.verdict === "pass") {
      const [outcome] = await approveClaims(context, [params.id], {
        officerId: context.actor.accountId,
        ...(body.reason === undefined ? {} : { reason: body.reason }),
        ...(body.amountFen === undefined ? {} : { expectedFen: new Map([[params.id, body.amountFen]]) }),
      });
      if (outcome?.refusal) throw new Problem(409, outcome.refusal.code, outcome.refusal.detail);
    } else {
      const row = await lockClaim(context.db, params.id);
      mustBe(row, ["first-passed"]);
      await turnDown(context, row, 2, body.verdict, body.reason);
    }
    context.audit({ kind: "claim", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
