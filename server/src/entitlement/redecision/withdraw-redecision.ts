import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { redecisionStates } from "../redecision-states.ts";

/** `POST /api/v1/redecisions/:id/withdrawal`: ends a redecision before its second signature; nothing has followed from it. */
export const withdrawRedecision = operation({
  method: "POST",
  path: "/api/v1/redecisions/:id/withdrawal",
  summary: "撤回追溯裁定",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, redecisionStates, params.id, "withdrawn", { reason: body.reason });
    context.audit({ kind: "redecision", id: params.id });
    return { id: params.id };
  },
});
