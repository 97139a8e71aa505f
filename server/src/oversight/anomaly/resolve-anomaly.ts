import { z } from "zod";
import { settleHold } from "../../entitlement/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { STATES } from "./anomaly-view.ts";
import { anomalyOwner, lockAnomaly } from "./decide-anomaly.ts";

/**
 * Ends the hold of a confirmed anomaly, by another officer than the one who confirmed it: dismissed (no fault after all: every
 * claim proceeds), or settled (claims that rest on the fault stay held for good, the others proceed).
 */
export const resolveAnomaly = operation({
  method: "POST",
  path: "/api/v1/anomalies/:id/resolution",
  summary: "处置已确认的疑点",
  permission: { roles: ["reviewer"], over: anomalyOwner },
  params: ById,
  body: z
    .strictObject({
      verdict: z.enum(["dismissed", "settled"]).describe("撤销认定；或处置完毕"),
      reason: Text(500, 2),
      excludedClaimIds: z.array(Id).max(5_000).default([]).describe("有问题、不再放行的申请；只在处置完毕时填写"),
    })
    .refine((body) => body.verdict === "settled" || body.excludedClaimIds.length === 0, {
      message: "撤销认定时全部申请恢复办理，不能剔除",
      path: ["excludedClaimIds"],
    }),
  output: Done,
  async run(context, { params, body }) {
    const { state } = await lockAnomaly(context, params.id);
    if (state !== "confirmed")
      throw conflict("anomaly-not-confirmed", `这条线索当前为“${STATES[state]}”，只有已确认的疑点需要处置。`, {
        state,
      });
    const confirmed = await context.db
      .selectFrom("anomaly")
      .select("decided_by")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (confirmed.decided_by === context.actor.accountId)
      throw forbidden("疑点由您确认，须由另一位审核人员处置。", "resolver-is-confirmer");
    await context.db
      .updateTable("anomaly")
      .set({
        state: body.verdict,
        resolved_by: context.actor.accountId,
        resolved_at: context.now,
        resolution_reason: body.reason,
      })
      .where("id", "=", params.id)
      .execute();
    await settleHold(context, params.id, { reason: body.reason, excluded: body.excludedClaimIds });
    context.audit({
      kind: "anomaly",
      id: params.id,
      detail: { verdict: body.verdict, excluded: body.excludedClaimIds.length },
    });
    return { id: params.id };
  },
});
