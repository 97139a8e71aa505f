import { periodTitle } from "@jinengtong/returns";
import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { lockReturn, type ReturnRecord, returnOwner } from "./return-record.ts";
import { returnStates } from "./return-states.ts";
import { ReturnShown, showReturn } from "./return-view.ts";

const titleOf = ({ form, period }: ReturnRecord): string => `${periodTitle(period)}${form.title}`;

const Reason = z.strictObject({ reason: Text(500).describe("理由，报送单位会看到") });

/** `POST /api/v1/period-returns/:id/agreement`: another officer of the office agrees as its head, and the bureau sees it from then on. */
export const agreeReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/agreement",
  summary: "负责人同意定期报表",
  permission: { roles: ["department"], over: returnOwner },
  params: ById,
  output: ReturnShown,
  async run(context, { params }) {
    const given = await lockReturn(context, params.id);
    requireAnother(context, given);
    await context.db
      .updateTable("period_return")
      .set({ agreed_by: context.actor.accountId })
      .where("id", "=", params.id)
      .execute();
    await moveState(context, returnStates, params.id, "agreed", { from: ["submitted"] });
    await notifyOffice(context, "reviewer", given.region, {
      template: "returns-waiting",
      text: "有 {n} 份定期报表等待审核。",
    });
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return showReturn(context, params.id);
  },
});

function requireAnother(context: Context, { submittedBy }: ReturnRecord): void {
  if (submittedBy === context.actor.accountId)
    throw forbidden("提交和审核须由两个人办理，请本单位的另一位工作人员登录后审核。", "agreed-by-submitter");
}

/** `POST /api/v1/period-returns/:id/acceptance`: the bureau accepts; from then on it only changes after being opened again. */
export const acceptReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/acceptance",
  summary: "接受定期报表",
  permission: { roles: ["reviewer"], over: returnOwner },
  params: ById,
  output: ReturnShown,
  async run(context, { params }) {
    const given = await lockReturn(context, params.id);
    requireAgreed(given);
    await context.db
      .updateTable("period_return")
      .set({ accepted_by: context.actor.accountId })
      .where("id", "=", params.id)
      .execute();
    await moveState(context, returnStates, params.id, "accepted");
    await notifyOrganisation(context, given.organisationId, {
      template: "return-decided",
      subject: params.id,
      text: `${titleOf(given)}已由人社部门接受。`,
    });
    await context.emit("period-return-accepted", { returnId: params.id, period: given.period });
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return showReturn(context, params.id);
  },
});

function requireAgreed({ form, state }: ReturnRecord): void {
  if (form.headFirst && state === "submitted")
    throw conflict("head-not-agreed", "报送部门的负责人还没有同意，请等其审核后再接受。", { state });
}

/** `POST /api/v1/period-returns/:id/giving-back`: sent back with a reason, by the office's head or by the bureau; corrections are a new version. */
export const giveBackReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/giving-back",
  summary: "退回定期报表",
  permission: { roles: ["reviewer", "department"], over: returnOwner },
  params: ById,
  body: Reason,
  output: ReturnShown,
  async run(context, { params, body }) {
    const given = await lockReturn(context, params.id);
    if (context.actor.role === "department") requireAnother(context, given);
    else requireAgreed(given);
    await moveState(context, returnStates, params.id, "returned", {
      reason: body.reason,
      from: context.actor.role === "department" ? ["submitted"] : ["submitted", "agreed"],
    });
    await notifyOrganisation(context, given.organisationId, {
      template: "return-decided",
      subject: params.id,
      text: `${titleOf(given)}被退回：${body.reason} 请改好后再次提交。`,
    });
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return showReturn(context, params.id);
  },
});

/** `POST /api/v1/period-returns/:id/reopening`: the bureau opens an accepted or locked return again; what was accepted stays readable. */
export const reopenReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/reopening",
  summary: "重新打开定期报表",
  permission: { roles: ["reviewer"], over: returnOwner },
  params: ById,
  body: Reason,
  output: ReturnShown,
  async run(context, { params, body }) {
    const given = await lockReturn(context, params.id);
    await moveState(context, returnStates, params.id, "reopened", { reason: body.reason });
    await notifyOrganisation(context, given.organisationId, {
      template: "return-decided",
      subject: params.id,
      text: `${titleOf(given)}已重新打开：${body.reason} 请更正后再次提交；原来报送的内容保留。`,
    });
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return showReturn(context, params.id);
  },
});
