import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classChangeStates } from "../class-change-states.ts";
import { changeOwner } from "../owners.ts";

/** The institution withdraws an undecided change. */
export const withdrawChange = operation({
  method: "POST",
  path: "/api/v1/class-changes/:id/withdrawal",
  summary: "撤回变更申请",
  permission: { roles: ["institution"], over: changeOwner },
  scope: "classes:write",
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, classChangeStates, params.id, "withdrawn");
    context.audit({ kind: "class-change", id: params.id });
    return { id: params.id };
  },
});
