import { z } from "zod";
import { notifyAccount } from "../../access/index.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";

/**
 * `POST /api/v1/policy-parameters/:id/decision`: another officer confirms a proposed value, which ends the earlier one on that day,
 * or withdraws it. Earlier decisions keep their values.
 */
export const decideParameter = operation({
  method: "POST",
  path: "/api/v1/policy-parameters/:id/decision",
  summary: "确认或退回本地政策参数",
  permission: { roles: ["reviewer"], over: countyWide },
  params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  body: z.strictObject({ agreed: z.boolean() }),
  output: z.strictObject({ id: z.number().int() }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("policy_parameter")
      .selectAll()
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound("这项参数");
    if (row.state !== "proposed") throw conflict("parameter-decided", "这项参数已由他人处理。请刷新页面查看。");
    if (body.agreed)
      await context.db
        .updateTable("policy_parameter")
        .set({ effective_to: row.effective_from })
        .where("policy_id", "=", row.policy_id)
        .where("name", "=", row.name)
        .where("state", "=", "in-force")
        .where("effective_to", "is", null)
        .where("effective_from", "<", row.effective_from)
        .execute();
    await context.db
      .updateTable("policy_parameter")
      .set({
        state: body.agreed ? "in-force" : "withdrawn",
        confirmed_by: context.actor.accountId,
        confirmed_at: context.now,
      })
      .where("id", "=", params.id)
      .execute();
    if (row.set_by !== null)
      await notifyAccount(context, row.set_by, {
        template: "parameter-decided",
        text: `您提出的一项本地参数${body.agreed ? `已确认，${row.effective_from} 起生效` : "没有得到确认，原来的值不变"}。`,
      });
    context.audit({ kind: "policy-parameter", id: String(params.id), detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});
