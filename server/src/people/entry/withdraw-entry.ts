import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { entryOwner, lockEntry } from "./entry-rows.ts";
import { entryStates } from "./entry-states.ts";

/** `POST /api/v1/person-entries/:id/withdrawal`: who entered it takes it back before it is decided. */
export const withdrawEntry = operation({
  method: "POST",
  path: "/api/v1/person-entries/:id/withdrawal",
  summary: "撤回单个登记",
  permission: { roles: ["reviewer", "department"], over: entryOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const entry = await lockEntry(context, params.id);
    if (entry.entered_by !== context.actor.accountId)
      throw forbidden("只有登记的人可以撤回。不同意的，请退回并写明理由。", "withdrawn-by-another");
    await moveState(context, entryStates, params.id, "withdrawn");
    context.audit({ kind: "person-entry", id: params.id });
    return { id: params.id };
  },
});
