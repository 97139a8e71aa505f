import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import { APPLICANTS } from "./admission-view.ts";
import { admissionColumns, AdmissionForm } from "./draft-admission.ts";
import { lockAdmission } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";

/** Changes an application that is still a draft or was returned. */
export const editAdmission = operation({
  method: "PUT",
  path: "/api/v1/admissions/:id",
  summary: "修改准入申请",
  permission: { roles: APPLICANTS, over: admissionOwner },
  params: ById,
  body: AdmissionForm,
  output: Done,
  async run(context, { params, body }) {
    const { state } = await lockAdmission(context, params.id);
    if (state !== "draft" && state !== "returned") {
      const { label } = admissionStates.states[state as AdmissionState];
      throw conflict("admission-not-editable", `准入申请当前为“${label}”，不能修改。如需修改，请先撤回。`, { state });
    }
    await context.db
      .updateTable("admission")
      .set(await admissionColumns(context, body))
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "admission", id: params.id });
    return { id: params.id };
  },
});
