import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { drawPlaces } from "../../catalogue/index.ts";
import { requireActive } from "../../organisations/index.ts";
import { lockClass } from "../class/class-plan.ts";
import { classStates } from "../class-states.ts";
import { tellDecision } from "./tell-decision.ts";
import { tellWishes } from "../wish/tell-wishes.ts";
import { classOwner } from "../owners.ts";

/** The bureau approves a filing or returns it with a reason. The second of two concurrent officers is told who was first. */
export const decideClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/decision",
  summary: "审核开班申请",
  permission: { roles: ["reviewer"], over: classOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["approve", "return"]), reason: Text(500, 0).default("") }),
  output: Done,
  async run(context, { params, body }) {
    if (body.verdict === "return" && body.reason.length < 2)
      throw unacceptable("reason-missing", "退回须写明需要补正的内容。", [
        { pointer: "/reason", detail: "请写明理由" },
      ]);
    const row = await lockClass(context, params.id);
    if (row.submitted_by === context.actor.accountId)
      throw forbidden("提交人不能审核自己提交的申请，请由其他人员办理。", "reviewer-is-submitter");
    if (row.decided_at !== null && row.state !== "submitted")
      throw conflict(
        "already-decided",
        `该申请已由其他人员审核，当前为“${classStates.states[row.state as keyof typeof classStates.states].label}”。请刷新页面查看结果。`,
        { state: row.state },
      );
    if (body.verdict === "approve") await requireActive(context, row.organisation_id, "新开培训班");
    await moveState(context, classStates, params.id, body.verdict === "approve" ? "approved" : "returned", {
      reason: body.reason,
      from: ["submitted"],
    });
    if (body.verdict === "approve" && row.project_id !== null)
      await drawPlaces(context, {
        classId: params.id,
        projectId: row.project_id,
        year: Number(row.starts_on.slice(0, 4)),
        town: row.town,
        organisationId: row.organisation_id,
        places: row.capacity,
      });
    await context.db
      .updateTable("training_class")
      .set({ decided_by: context.actor.accountId, decided_at: context.now })
      .where("id", "=", params.id)
      .execute();
    await tellDecision(context, params.id, body.verdict, body.reason);
    if (body.verdict === "approve") await tellWishes(context, params.id);
    context.audit({
      kind: "class",
      id: params.id,
      organisationId: row.organisation_id,
      detail: { verdict: body.verdict },
    });
    return { id: params.id };
  },
});
