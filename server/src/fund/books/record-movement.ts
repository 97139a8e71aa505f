import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Fen, Text, WrittenNumber } from "../../kernel/shapes.ts";
import { MOVEMENTS } from "./chart.ts";
import { book } from "./ledger.ts";
import { openFrom, requireMoneyDay } from "./money-day.ts";
import { sourceOwner } from "../owners.ts";

/**
 * Books money or quota received from outside, once per voucher however it is written, on a day from the source's opening to today in a
 * month that is still open. A wrong entry is undone by `askCorrection`. 十二.1
 */
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
    voucher: WrittenNumber(40),
    note: Text(200).optional(),
  }),
  output: z.object({ key: z.string() }),
  async run(context, { params, body }) {
    const source = await context.db
      .selectFrom("fund_source")
      .select("opened_on")
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    requireMoneyDay("postedOn", body.postedOn, context.today, {
      day: source.opened_on,
      what: "这个资金来源设立的日期",
    });
    if (body.postedOn < openFrom(context.today) && (await hasEntries(context, params.id)))
      throw unacceptable(
        "month-closed",
        `${body.postedOn.slice(0, 7)} 已经结账，报表不再变动。请以今天的日期入账，并在摘要中写明凭证日期。`,
        [{ pointer: "/postedOn", detail: "这个月已经结账，请以今天的日期入账。" }],
      );
    const key = await freeKey(context, `${body.movement}:${params.id}:${body.voucher}`);
    if (key === null) throw conflict("voucher-booked", `凭证 ${body.voucher} 已经入账，请勿重复登记。`);
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

/** A source that has books has published months; the first entries of a new one may lie further back. */
async function hasEntries(context: Context, sourceId: string): Promise<boolean> {
  const { rows } = await sql`
    select from ledger_entry where source_id = ${sourceId} and posted_on < ${openFrom(context.today)}::date limit 1`.execute(
    context.db,
  );
  return rows.length > 0;
}

/** Key of the voucher's entry: a new one once the earlier was undone by a correction, none while one stands. */
async function freeKey(context: Context, key: string): Promise<string | null> {
  const { rows } = await sql<{ standing: boolean; n: number }>`
    select count(*)::int as n, coalesce(bool_or(not exists (select from ledger_entry u where u.key = 'undo:' || e.id)), false) as standing
    from ledger_entry e where e.key = ${key} or starts_with(e.key, ${`${key}:更正`})`.execute(context.db);
  const found = rows[0];
  if (!found || found.n === 0) return key;
  return found.standing ? null : `${key}:更正${found.n}`;
}
