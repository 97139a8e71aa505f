import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { listOwner } from "./subsidy-list-view.ts";
import { traceNamingClaims } from "../case/earlier-claims.ts";
import { DecisionShape } from "../programme/trace.ts";

/** `GET /api/v1/subsidy-lists/:id/decisions/:enrolmentId`: how one learner of a list was decided, derived again from the list's facts. */
export const showListDecision = operation({
  method: "GET",
  path: "/api/v1/subsidy-lists/:id/decisions/:enrolmentId",
  summary: "名单中一名学员的裁定过程",
  permission: { roles: ["institution", "reviewer", "finance", "auditor"], over: listOwner },
  scope: "claims:read",
  params: z.object({ id: Id, enrolmentId: Id }),
  output: DecisionShape,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("subsidy_list_row as r")
      .innerJoin("subsidy_list as l", "l.id", "r.list_id")
      .innerJoin("training_class as c", "c.id", "l.class_id")
      .select(["r.facts", "r.policy_digest", "c.policy_id", "r.person_id"])
      .where("r.list_id", "=", params.id)
      .where("r.enrolment_id", "=", params.enrolmentId)
      .executeTakeFirst();
    if (!row) throw notFound("这名学员的裁定");
    // A row from before versions were recorded was decided by the programme's first.
    const digest = row.policy_digest ?? context.services.policies.versionsOf(row.policy_id)[0]?.digest;
    const decision = await traceNamingClaims(
      context,
      { personId: row.person_id, claimId: null },
      { facts: row.facts, policy_digest: digest ?? "" },
    );
    if (!decision) throw notFound("这名学员的裁定");
    return decision;
  },
});
