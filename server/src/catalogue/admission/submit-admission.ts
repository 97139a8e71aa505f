import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { admissionStates } from "./admission-states.ts";
import { APPLICANTS } from "./admission-view.ts";
import { lockAdmission } from "./lock-admission.ts";
import { admissionOwner } from "./owners.ts";

/** Sends an application to the bureau. */
export const submitAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions/:id/submission",
  summary: "提交准入申请",
  permission: { roles: APPLICANTS, over: admissionOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const row = await lockAdmission(context, params.id);
    await requireActive(context, row.organisation_id, "申请准入");
    await moveState(context, admissionStates, params.id, "submitted", { from: ["draft", "returned"] });
    if (row.statement.trim().length < 10)
      throw unacceptable("statement-missing", "请说明师资、场地、设备等办学条件（至少 10 个字）后再提交。", [
        { pointer: "/statement", detail: "请补充条件说明" },
      ]);
    await context.db
      .updateTable("admission")
      .set({
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      })
      .where("id", "=", params.id)
      .execute();
    const seat = await context.db
      .selectFrom("organisation")
      .select("town")
      .where("id", "=", row.organisation_id)
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", seat.town, {
      template: "admissions-waiting",
      text: "新收到 {n} 件准入申请，等待审核。",
    });
    context.audit({
      kind: "admission",
      id: params.id,
      detail: { activity: row.activity, occupation: row.occupation, level: row.level },
    });
    return { id: params.id };
  },
});
