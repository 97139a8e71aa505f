import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { lockOpenDraft, readDraft } from "./draft-record.ts";
import { draftStates } from "./draft-states.ts";
import { decidedBefore, readyDraft } from "./readiness.ts";

/**
 * `POST /api/v1/policy-drafts/:id/submission`: puts a draft that is checked, proved and assessed before another officer. One that begins
 * before claims that are paid needs a statement why.
 */
export const submitDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/submission",
  summary: "提交政策草案签发",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({
    statement: Text(1_000, 4).optional().describe("早于已支付的申请施行时，写明理由"),
  }),
  output: Done,
  async run(context, { params, body }) {
    await lockOpenDraft(context, params.id);
    const { policy, content } = await readyDraft(context, await readDraft(context.db, params.id));
    const { decided, paid } = await decidedBefore(context, policy);
    if (paid > 0 && body.statement === undefined)
      throw unacceptable(
        "statement-needed",
        `第 ${policy.version} 版自 ${policy.rules.manifest.effective.from} 起施行，其间已裁定 ${decided} 笔、已支付 ${paid} 笔。发布不会改动这些裁定和付款；仍要发布的，请写明理由。`,
        [{ pointer: "/statement", detail: "此项必填" }],
      );
    await context.db
      .updateTable("policy_draft")
      .set({
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
        submitted_content: content,
        statement: body.statement ?? null,
      })
      .where("id", "=", params.id)
      .execute();
    await moveState(context, draftStates, params.id, "submitted");
    context.audit({ kind: "policy-draft", id: params.id, detail: { digest: policy.digest } });
    return { id: params.id };
  },
});
