import { z } from "zod";
import { notifyAccount } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { applyChange } from "./apply-change.ts";
import type { ChangeContent } from "./class-change-content.ts";
import { classChangeStates } from "../class-change-states.ts";
import { lockClass } from "../class/class-plan.ts";
import { tellInstitution } from "../class/tell-class.ts";
import { changeOwner } from "../owners.ts";

/** The bureau approves a change to an approved or running class, or refuses it with a reason. */
export const decideChange = operation({
  method: "POST",
  path: "/api/v1/class-changes/:id/decision",
  summary: "审核变更申请",
  permission: { roles: ["reviewer"], over: changeOwner },
  params: ById,
  body: z
    .strictObject({ verdict: z.enum(["approve", "refuse"]), reason: Text(500, 0).default("") })
    .refine((body) => body.verdict === "approve" || body.reason.length >= 2, {
      path: ["reason"],
      message: "请写明理由",
    }),
  output: Done,
  async run(context, { params, body }) {
    const asker = await askedByAnother(context, params.id);
    await moveState(context, classChangeStates, params.id, body.verdict === "approve" ? "applied" : "refused", {
      reason: body.reason,
      from: ["submitted"],
    });
    const change = await context.db
      .updateTable("class_change")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, decision_reason: body.reason })
      .where("id", "=", params.id)
      .returning(["class_id", "content", "reason"])
      .executeTakeFirstOrThrow();
    const target = await lockClass(context, change.class_id);
    if (body.verdict === "approve") await applyChange(context, target, change.content as ChangeContent, change.reason);
    await tellInstitution(context, target.id, "class-change-decided", (said) =>
      body.verdict === "approve" ? `${said}的变更申请已批准，现已生效。` : `${said}的变更申请没有批准：${body.reason}`,
    );
    if (asker !== null)
      await notifyAccount(context, asker, {
        template: "class-change-decided",
        subject: target.id,
        text: `您提出的“${target.name}”的补记${body.verdict === "approve" ? "已批准，现已生效。" : `没有批准：${body.reason}`}`,
      });
    context.audit({
      kind: "class-change",
      id: params.id,
      organisationId: target.organisation_id,
      detail: { verdict: body.verdict },
    });
    return { id: params.id };
  },
});

/** The officer who asked, of marks after the end of a class; another one decides. Null where the institution did. */
async function askedByAnother(context: Context, id: string): Promise<string | null> {
  const row = await context.db
    .selectFrom("class_change as h")
    .leftJoin("account as a", "a.id", "h.submitted_by")
    .select(["h.submitted_by", "a.role"])
    .where("h.id", "=", id)
    .executeTakeFirstOrThrow();
  if (row.submitted_by === context.actor.accountId)
    throw forbidden("这件变更是您提出的，须由另一位工作人员审核。", "decided-by-asker");
  return row.role === "reviewer" ? row.submitted_by : null;
}
