import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { leaveRequestStates } from "../leave-request-states.ts";
import { leaveOwner } from "../owners.ts";

/** A learner takes back a wish for leave that nobody answered. */
export const withdrawLeave = operation({
  method: "POST",
  path: "/api/v1/leave-requests/:id/withdrawal",
  summary: "撤回请假",
  permission: { roles: ["learner"], over: leaveOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, leaveRequestStates, params.id, "withdrawn", { from: ["asked"] });
    context.audit({ kind: "leave-request", id: params.id });
    return { id: params.id };
  },
});
