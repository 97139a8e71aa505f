import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { raiseObjection } from "./objections.ts";

/** `POST /api/v1/publicity/:id/objections`: anybody may object to a claim while it is publicised. */
export const objectPublicly = operation({
  method: "POST",
  path: "/api/v1/publicity/:id/objections",
  summary: "对公示中的补贴提出异议",
  permission: { public: true },
  perMinute: 6,
  params: ById,
  body: z.strictObject({
    text: Text(2000, 5).describe("异议内容"),
    contact: Text(100).optional().describe("联系方式，加密保存，仅供核查人员联系"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const shown = await context.db
      .selectFrom("claim")
      .select("town")
      .where("id", "=", params.id)
      .where("publicised_from", "is not", null)
      .executeTakeFirst();
    if (!shown) throw notFound("这条公示");
    const id = await raiseObjection(context, params.id, { kind: "public", ...body });
    context.audit({ kind: "objection", id, region: shown.town });
    return { id };
  },
});
