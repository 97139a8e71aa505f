import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates } from "./admission-states.ts";
import { recordEvent } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";
import { tellApplicant } from "./tell-applicant.ts";

/** Records the bureau's inspection of the site before its decision. */
export const inspectAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/inspection",
  summary: "登记实地考察",
  permission: { roles: ["reviewer"], over: admissionOwner },
  params: ById,
  body: z.strictObject({ note: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, admissionStates, params.id, "inspecting", { reason: body.note });
    await recordEvent(context, params.id, "inspection", body.note);
    await tellApplicant(context, params.id, "admission-ordered", "已登记实地考察", body.note);
    context.audit({ kind: "admission", id: params.id });
    return { id: params.id };
  },
});
