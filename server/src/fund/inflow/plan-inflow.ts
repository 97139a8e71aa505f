import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Done, Fen, Line } from "../../kernel/shapes.ts";
import { sourceOwner } from "../owners.ts";
import { requireExpectedDay } from "./inflows.ts";

/** Expects money for a source, by a paper that promises it. Nothing is booked; those who wait for money are told the new day. */
export const planInflow = operation({
  method: "POST",
  path: "/api/v1/fund/sources/:id/inflows",
  summary: "登记计划拨入的资金",
  permission: { roles: ["finance"], over: sourceOwner },
  params: ById,
  body: z.strictObject({
    amountFen: Fen.positive("金额须大于零"),
    expectedOn: CivilDate,
    document: Line(100, 2).describe("依据的文件：文号或名称"),
  }),
  output: Done,
  async run(context, { params, body }) {
    requireExpectedDay(body.expectedOn, context.today);
    const made = await context.db
      .insertInto("expected_inflow")
      .values({
        source_id: params.id,
        amount_fen: body.amountFen,
        expected_on: body.expectedOn,
        document: body.document,
        noted_by: context.actor.accountId,
        noted_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.emit("inflow-expected", { sourceId: params.id });
    context.audit({
      kind: "fund-source",
      id: params.id,
      detail: { inflow: made.id, fen: body.amountFen, on: body.expectedOn },
    });
    return made;
  },
});
