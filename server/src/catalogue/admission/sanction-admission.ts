import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import { lockAdmission, recordEvent } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";
import { SANCTIONS, type Sanction } from "./sanctions.ts";
import { tellApplicant } from "./tell-applicant.ts";

/** Imposes one sanction, with its reason: a talk or an order leaves the admission as it is, the others suspend or end it. */
export const sanctionAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/sanctions",
  summary: "对准入机构作出处理",
  permission: { roles: ["reviewer"], over: admissionOwner },
  params: ById,
  body: z.strictObject({ step: z.enum(Object.keys(SANCTIONS) as [Sanction, ...Sanction[]]), reason: Text(1_000, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockAdmission(context, params.id);
    const { label, to } = SANCTIONS[body.step];
    if (row.state !== "admitted" && row.state !== "suspended")
      throw conflict(
        "not-admitted",
        `准入当前为“${admissionStates.states[row.state as AdmissionState].label}”，不能作出“${label}”。`,
        { state: row.state },
      );
    if (to !== null) await moveState(context, admissionStates, params.id, to, { reason: `${label}：${body.reason}` });
    await recordEvent(context, params.id, body.step, body.reason);
    await tellApplicant(context, params.id, "admission-ordered", label, body.reason);
    context.audit({
      kind: "admission",
      id: params.id,
      organisationId: row.organisation_id,
      detail: { step: body.step },
    });
    return { id: params.id };
  },
});
