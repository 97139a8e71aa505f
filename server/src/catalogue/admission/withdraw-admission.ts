import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates } from "./admission-states.ts";
import { APPLICANTS } from "./admission-view.ts";
import { admissionOwner } from "./owners.ts";

/** Withdraws an application before it is decided. */
export const withdrawAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/withdrawal",
  summary: "撤回准入申请",
  permission: { roles: APPLICANTS, over: admissionOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, admissionStates, params.id, "withdrawn");
    context.audit({ kind: "admission", id: params.id });
    return { id: params.id };
  },
});
