import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { draftStates } from "./draft-states.ts";

/** `POST /api/v1/policy-drafts/:id/return`: a submitted draft goes back to be changed, by who was to sign it or who submitted it. */
export const returnDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/return",
  summary: "退回政策草案",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({ reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, draftStates, params.id, "open", { reason: body.reason });
    await context.db
      .updateTable("policy_draft")
      .set({ submitted_by: null, submitted_at: null, submitted_content: null, statement: null })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "policy-draft", id: params.id });
    return { id: params.id };
  },
});
