import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { Reason } from "../class/shapes.ts";

/** The bureau suspends a running class: no sign-in, no roll call. */
export const suspendClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/suspension",
  summary: "暂停培训班",
  permission: { roles: ["reviewer"], over: classOwner },
  params: ById,
  body: Reason,
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, classStates, params.id, "suspended", { reason: body.reason });
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
