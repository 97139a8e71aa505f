import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { groupOwner } from "./group-rows.ts";
import { groupStates } from "./group-states.ts";

/** `POST /api/v1/person-groups/:id/withdrawal`: the person withdraws a declaration before it is decided. */
export const withdrawGroup = operation({
  method: "POST",
  path: "/api/v1/person-groups/:id/withdrawal",
  summary: "撤回人群类别申报",
  permission: { roles: ["learner"], over: groupOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, groupStates, params.id, "withdrawn");
    context.audit({ kind: "person-group", id: params.id });
    return { id: params.id };
  },
});
