import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";

/** `POST /api/v1/policy-readings/:id/decision`: another officer confirms a reading for the bureau, with today's date, or doesn't. */
export const confirmReading = operation({
  method: "POST",
  path: "/api/v1/policy-readings/:id/decision",
  summary: "确认或退回读法",
  permission: { roles: ["reviewer"], over: countyWide },
  params: z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
  body: z.strictObject({ agreed: z.boolean() }),
  output: z.strictObject({ id: z.number().int() }),
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("policy_reading")
      .select(["id", "state"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound("这次确认");
    if (row.state !== "proposed") throw conflict("reading-decided", "这一读法已由他人处理。请刷新页面查看。");
    await context.db
      .updateTable("policy_reading")
      .set({
        state: body.agreed ? "confirmed" : "refused",
        decided_by: context.actor.accountId,
        decided_on: context.today,
      })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "policy-reading", id: String(params.id), detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});
