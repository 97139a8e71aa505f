import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates } from "./admission-states.ts";
import { APPLICANTS } from "./admission-view.ts";
import { recordEvent } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";

/** An organisation gives up an admission; a suspended one can't, since that would evade the sanction. */
export const leaveAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/leaving",
  summary: "自愿退出准入",
  permission: { roles: APPLICANTS, over: admissionOwner },
  params: ById,
  body: z.strictObject({ reason: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, admissionStates, params.id, "exited", { reason: body.reason, from: ["admitted"] });
    await recordEvent(context, params.id, "leaving", body.reason);
    context.audit({ kind: "admission", id: params.id });
    return { id: params.id };
  },
});
