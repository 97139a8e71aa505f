import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { waysOf, WaysShape } from "../programme/ways.ts";
import { storedCase } from "../programme/trace.ts";
import { claimOwner } from "./claim-record.ts";
import { CLAIM_READERS } from "./claim-rows.ts";

/** `GET /api/v1/claims/:id/ways`: what would have granted a claim that isn't, from the facts it was decided on, under its own version. */
export const claimWays = operation({
  method: "GET",
  path: "/api/v1/claims/:id/ways",
  summary: "这笔申请怎样才能享受",
  permission: { roles: ["learner", ...CLAIM_READERS], over: claimOwner },
  scope: "claims:read",
  params: ById,
  output: WaysShape,
  async run({ db, services }, { params }) {
    const decision = await db
      .selectFrom("claim")
      .innerJoin("claim_decision", "claim_decision.id", "claim.decision_id")
      .select(["claim_decision.policy_digest", "claim_decision.facts"])
      .where("claim.id", "=", params.id)
      .executeTakeFirst();
    const stored = decision && storedCase(services, decision);
    return stored ? waysOf(db, stored.policy, stored.facts) : { ways: [] };
  },
});
