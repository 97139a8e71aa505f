import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { inflowOwner, standingInflow } from "./inflows.ts";

/** Expected money has arrived (it is booked by itself, with its voucher), or doesn't come any more. */
export const endInflow = operation({
  method: "POST",
  path: "/api/v1/fund/inflows/:id/end",
  summary: "结束一项计划拨入：已到位，或不再拨入",
  permission: { roles: ["finance"], over: inflowOwner },
  params: ById,
  body: z.strictObject({ outcome: z.enum(["arrived", "withdrawn"]), reason: Text(200, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const { sourceId, amountFen, expectedOn, document } = await standingInflow(context, params.id);
    const made = await context.db
      .insertInto("expected_inflow")
      .values({
        source_id: sourceId,
        amount_fen: amountFen,
        expected_on: expectedOn,
        document,
        replaces: params.id,
        ended: body.outcome,
        reason: body.reason,
        noted_by: context.actor.accountId,
        noted_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.emit("inflow-expected", { sourceId });
    context.audit({ kind: "fund-source", id: sourceId, detail: { inflow: params.id, ended: body.outcome } });
    return made;
  },
});
