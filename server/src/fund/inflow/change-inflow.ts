import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Done, Fen, Line, Text } from "../../kernel/shapes.ts";
import { inflowOwner, requireExpectedDay, standingInflow } from "./inflows.ts";

/** Another day or amount of expected money, with its reason; those who wait for it are told. */
export const changeInflow = operation({
  method: "POST",
  path: "/api/v1/fund/inflows/:id/change",
  summary: "更改计划拨入的日期或金额",
  permission: { roles: ["finance"], over: inflowOwner },
  params: ById,
  body: z.strictObject({
    amountFen: Fen.positive("金额须大于零"),
    expectedOn: CivilDate,
    document: Line(100, 2).describe("依据的文件：文号或名称"),
    reason: Text(200, 4),
  }),
  output: Done,
  async run(context, { params, body }) {
    requireExpectedDay(body.expectedOn, context.today);
    const { sourceId } = await standingInflow(context, params.id);
    const made = await context.db
      .insertInto("expected_inflow")
      .values({
        source_id: sourceId,
        amount_fen: body.amountFen,
        expected_on: body.expectedOn,
        document: body.document,
        replaces: params.id,
        reason: body.reason,
        noted_by: context.actor.accountId,
        noted_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.emit("inflow-expected", { sourceId });
    context.audit({
      kind: "fund-source",
      id: sourceId,
      detail: { inflow: made.id, replaces: params.id, on: body.expectedOn },
    });
    return made;
  },
});
