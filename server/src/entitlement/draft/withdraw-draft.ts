import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { moveState } from "../../kernel/states.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { draftStates } from "./draft-states.ts";

/** `POST /api/v1/policy-drafts/:id/withdrawal`: gives a draft up. It stays readable. */
export const withdrawDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/withdrawal",
  summary: "作废政策草案",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, draftStates, params.id, "withdrawn", { reason: body.reason });
    context.audit({ kind: "policy-draft", id: params.id });
    return { id: params.id };
  },
});
