import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { lockAdmission, recordEvent } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";
import { tellApplicant } from "./tell-applicant.ts";

/** Extends an admission in force to a later day. */
export const renewAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/renewal",
  summary: "延续准入有效期",
  permission: { roles: ["reviewer"], over: admissionOwner },
  params: ById,
  body: z.strictObject({ validTo: CivilDate, reason: Text(1_000, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const row = await lockAdmission(context, params.id);
    if (row.state !== "admitted")
      throw conflict("not-admitted", "只有“已准入”的可以延续有效期，请先恢复准入或重新申请。");
    if (row.valid_to !== null && body.validTo <= row.valid_to)
      throw unacceptable("validity-not-later", `新的截止日期须晚于现在的 ${row.valid_to}。`, [
        { pointer: "/validTo", detail: "日期过早" },
      ]);
    await context.db.updateTable("admission").set({ valid_to: body.validTo }).where("id", "=", params.id).execute();
    await recordEvent(context, params.id, "renewal", `${body.reason}（至 ${body.validTo}）`);
    await tellApplicant(context, params.id, "admission-ordered", `有效期延续至 ${body.validTo}`, body.reason);
    context.audit({ kind: "admission", id: params.id, detail: { validTo: body.validTo } });
    return { id: params.id };
  },
});
