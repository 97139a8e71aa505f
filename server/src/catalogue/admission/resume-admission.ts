import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates } from "./admission-states.ts";
import { recordEvent } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";
import { tellApplicant } from "./tell-applicant.ts";

/** Ends a suspension once the fault is corrected. */
export const resumeAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/resumption",
  summary: "恢复准入",
  permission: { roles: ["reviewer"], over: admissionOwner },
  params: ById,
  body: z.strictObject({ reason: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, admissionStates, params.id, "admitted", { reason: body.reason, from: ["suspended"] });
    await recordEvent(context, params.id, "resumption", body.reason);
    await tellApplicant(context, params.id, "admission-ordered", "停业整顿结束，已恢复准入", body.reason);
    context.audit({ kind: "admission", id: params.id });
    return { id: params.id };
  },
});
