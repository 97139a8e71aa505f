import { z } from "zod";
import { claimOwner } from "../../entitlement/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Fen } from "../../kernel/shapes.ts";
import { BASES, lineOf, outlookSaid } from "./outlook.ts";

/** `GET /api/v1/claims/:id/payment-outlook`: a payable claim's place in line, the money of its source, and the day it is expected on. */
export const showOutlook = operation({
  method: "GET",
  path: "/api/v1/claims/:id/payment-outlook",
  summary: "待拨付申请的排队位置和预计到账日",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "finance", "auditor"],
    over: claimOwner,
  },
  params: ById,
  output: z.strictObject({
    line: z
      .strictObject({
        place: z.number().int().describe("按公示结束的先后，同一天按编号"),
        of: z.number().int(),
        aheadFen: Fen,
        sourceName: z.string(),
        freeFen: z.number().int().describe("专户里还没有编入批次的钱，分"),
        basis: z.enum(BASES),
        expectedOn: CivilDate.nullable().describe("不能确定的为空"),
        said: z.string().describe("推算的办法和结果"),
      })
      .nullable()
      .describe("不在待拨付状态的为空"),
  }),
  async run(context, { params }) {
    const claim = await context.db
      .selectFrom("claim")
      .select(["source_id", "state"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (claim.source_id === null || claim.state !== "payable") return { line: null };
    const line = await lineOf(context, claim.source_id);
    const own = line.claims.get(params.id);
    if (own === undefined) return { line: null };
    const { place, of, aheadFen, basis, expectedOn } = own;
    const { sourceName, freeFen } = line;
    return { line: { place, of, aheadFen, sourceName, freeFen, basis, expectedOn, said: outlookSaid(line, own) } };
  },
});
