import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Line } from "../../kernel/shapes.ts";
import { sourceOwner } from "../owners.ts";
import { openSource } from "./ledger.ts";
import { requireMoneyDay } from "./money-day.ts";

const DrawOrder = z.number().int().min(1).max(999).describe("列支顺序：小的先用，各来源不同");
/** An older day is a slip of the pen. */
const EARLIEST = { day: "2000-01-01", what: "可能的最早日期" };

/** Opens a source with its own books; sources never mix, and each has its own place in the draw order. 十二.1 */
export const addSource = operation({
  method: "POST",
  path: "/api/v1/fund/sources",
  summary: "设立资金来源",
  permission: { roles: ["finance"] },
  body: z.strictObject({
    code: z.string().regex(/^[A-Z0-9-]{2,20}$/, "代码为 2–20 位大写字母、数字或连字符"),
    name: Line(60),
    openedOn: CivilDate,
    drawOrder: DrawOrder,
  }),
  output: Done,
  async run(context, { body }) {
    requireMoneyDay("openedOn", body.openedOn, context.today, EARLIEST);
    const other = await atOrder(context, context.actor.region, body.drawOrder);
    if (other)
      throw conflict(
        "draw-order-taken",
        `列支顺序 ${body.drawOrder} 已由“${other.name}”使用。请换一个顺序，或先调整那个来源的顺序。`,
      );
    const id = await openSource(context, { ...body, region: context.actor.region });
    context.audit({ kind: "fund-source", id, detail: { code: body.code, drawOrder: body.drawOrder } });
    return { id };
  },
});

/** Puts a source at another place in the draw order; a source that stands there changes places with it. 十二.1 */
export const reorderSource = operation({
  method: "PUT",
  path: "/api/v1/fund/sources/:id/draw-order",
  summary: "调整资金来源的列支顺序",
  permission: { roles: ["finance"], over: sourceOwner },
  params: ById,
  body: z.strictObject({ drawOrder: DrawOrder }),
  output: Done,
  async run(context, { params, body }) {
    const source = await context.db
      .selectFrom("fund_source")
      .select(["region", "draw_order"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const other = await atOrder(context, source.region, body.drawOrder);
    const move = (id: string, order: number) =>
      context.db.updateTable("fund_source").set({ draw_order: order }).where("id", "=", id).execute();
    if (other && other.id !== params.id) await move(other.id, source.draw_order);
    await move(params.id, body.drawOrder);
    context.audit({ kind: "fund-source", id: params.id, detail: { from: source.draw_order, to: body.drawOrder } });
    return { id: params.id };
  },
});

/** The region's source at this place in the draw order. */
const atOrder = (context: Context, region: string, drawOrder: number) =>
  context.db
    .selectFrom("fund_source")
    .select(["id", "name"])
    .where("region", "=", region)
    .where("draw_order", "=", drawOrder)
    .executeTakeFirst();
