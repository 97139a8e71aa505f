import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { conflict } from "../kernel/problem.ts";
import { ById, CivilDate, Fen, Text } from "../kernel/shapes.ts";
import { MOVEMENTS } from "./chart.ts";
import { book } from "./ledger.ts";
import { sourceOwner } from "./owners.ts";

/** Books money or quota received from outside, once per voucher. 十二.1 */
export const recordMovement = operation({
  method: "POST",
  path: "/api/v1/fund/sources/:id/movements",
  summary: "登记额度下达、收回，资金拨入或利息",
  permission: { roles: ["finance"], over: sourceOwner },
  params: ById,
  body: z.strictObject({
    movement: z.enum(["quota-issued", "quota-withdrawn", "funded", "interest"]),
    amountFen: Fen.positive("金额须大于零"),
    postedOn: CivilDate,
    voucher: Text(40),
    note: Text(200).optional(),
  }),
  output: z.object({ key: z.string() }),
  async run(context, { params, body }) {
    if (body.postedOn > context.today) throw conflict("date-in-future", "入账日期不能晚于今天，请核对凭证日期。");
    const key = `${body.movement}:${params.id}:${body.voucher}`;
    const booked = await book(context, [
      {
        movement: body.movement,
        sourceId: params.id,
        amountFen: body.amountFen,
        postedOn: body.postedOn,
        key,
        note: body.note ?? `${MOVEMENTS[body.movement].name}，凭证 ${body.voucher}`,
      },
    ]);
    if (booked.size === 0) throw conflict("voucher-booked", `凭证 ${body.voucher} 已经入账，请勿重复登记。`);
    context.audit({
      kind: "fund-source",
      id: params.id,
      detail: { movement: body.movement, fen: body.amountFen, voucher: body.voucher },
    });
    return { key };
  },
});
