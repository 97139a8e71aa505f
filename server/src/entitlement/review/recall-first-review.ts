import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { claimOwner, lockClaim, mustBe, newVersion } from "../claim/claim-record.ts";
import { moveClaim } from "../claim/move-claims.ts";

/** `POST /api/v1/claims/:id/first-review-recall`: recalls one's own pass before the second review (容错纠错). */
export const recallFirstReview = operation({
  method: "POST",
  path: "/api/v1/claims/:id/first-review-recall",
  summary: "撤回本人的初审意见",
  permission: { roles: ["reviewer"], over: claimOwner },
  params: ById,
  body: z.strictObject({ reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockClaim(context.db, params.id);
    mustBe(row, ["first-passed"]);
    const last = await context.db
      .selectFrom("claim_review")
      .select("officer_id")
      .where("claim_id", "=", params.id)
      .orderBy("id", "desc")
      .executeTakeFirst();
    if (last?.officer_id !== context.actor.accountId)
      throw forbidden("只能撤回本人的初审意见。如需更正，请由初审人撤回，或在复审时退回。", "not-your-review");
    // The review stays on record with its version; the next first review gets a new version.
    await newVersion(context, row);
    await moveClaim(context, params.id, "submitted", { reason: body.reason });
    context.audit({ kind: "claim", id: params.id });
    return { id: params.id };
  },
});
