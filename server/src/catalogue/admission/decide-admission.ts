import { addMonths } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import { lockAdmission } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";
import { tellApplicant } from "./tell-applicant.ts";

const OUTCOME = { admit: "admitted", refuse: "refused", return: "returned" } as const satisfies Record<
  string,
  AdmissionState
>;
const USUAL_MONTHS = 36;

/** The bureau admits for a time, refuses, or returns an application; every answer but a plain yes needs its reason. */
export const decideAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/decision",
  summary: "审核准入申请",
  permission: { roles: ["reviewer"], over: admissionOwner },
  params: ById,
  body: z
    .strictObject({
      verdict: z.enum(["admit", "refuse", "return"]),
      reason: Text(1_000, 0).default(""),
      /** Default: today. */
      validFrom: CivilDate.optional(),
      /** Default: three years after the beginning. */
      validTo: CivilDate.optional(),
    })
    .refine((body) => body.verdict === "admit" || body.reason.length >= 2, { path: ["reason"], message: "请写明理由" }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockAdmission(context, params.id);
    if (row.submitted_by === context.actor.accountId)
      throw forbidden("提交人不能审核自己提交的申请，请由其他人员办理。", "reviewer-is-submitter");
    if (row.state !== "submitted" && row.state !== "inspecting") {
      const { label } = admissionStates.states[row.state as AdmissionState];
      throw conflict("already-decided", `该申请当前为“${label}”，可能已由其他人员办理。请刷新页面查看结果。`, {
        state: row.state,
      });
    }
    const validFrom = body.validFrom ?? context.today;
    const validTo = body.validTo ?? addMonths(validFrom, USUAL_MONTHS);
    if (validTo <= validFrom)
      throw unacceptable("validity-empty", "有效期的截止日期须晚于起始日期。", [
        { pointer: "/validTo", detail: "日期过早" },
      ]);
    await context.db
      .updateTable("admission")
      .set({
        decided_by: context.actor.accountId,
        decided_at: context.now,
        decision_reason: body.reason,
        ...(body.verdict === "admit" ? { valid_from: validFrom, valid_to: validTo } : {}),
      })
      .where("id", "=", params.id)
      .execute();
    await moveState(context, admissionStates, params.id, OUTCOME[body.verdict], { reason: body.reason });
    await tellApplicant(
      context,
      params.id,
      "admission-decided",
      body.verdict === "admit"
        ? `已准入，有效期 ${validFrom} 至 ${validTo}`
        : body.verdict === "refuse"
          ? "不予准入"
          : "申请已退回补正",
      body.reason,
    );
    context.audit({
      kind: "admission",
      id: params.id,
      organisationId: row.organisation_id,
      detail: { verdict: body.verdict },
    });
    return { id: params.id };
  },
});
