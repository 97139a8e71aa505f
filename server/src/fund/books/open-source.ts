import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { openSource } from "./ledger.ts";

/** Opens a source with its own books; sources never mix. 十二.1 */
export const addSource = operation({
  method: "POST",
  path: "/api/v1/fund/sources",
  summary: "设立资金来源",
  permission: { roles: ["finance"] },
  body: z.strictObject({
    code: z.string().regex(/^[A-Z0-9-]{2,20}$/, "代码为 2–20 位大写字母、数字或连字符"),
    name: Text(60),
    openedOn: CivilDate,
    drawOrder: z.number().int().min(1).max(999),
  }),
  output: Done,
  async run(context, { body }) {
    const id = await openSource(context, { ...body, region: context.actor.region });
    context.audit({ kind: "fund-source", id, detail: { code: body.code } });
    return { id };
  },
});
