import { addDays, formatYuan, todayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import { finishRecovery, startRecovery } from "../../entitlement/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, notFound } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Fen, Text, WrittenNumber } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { clawbackStates } from "../batch-states.ts";
import { book } from "../books/ledger.ts";
import { bookedOn, requireMoneyDay } from "../books/money-day.ts";
import { tellPayee } from "./tell-payee.ts";
import { clawbackOwner } from "../owners.ts";

/** Calendar days from the demand. */
export const DAYS_TO_REPAY = 30;

/** Demands back a wrong payment, in whole or part. 十三, (十四) */
export const demandClawback = operation({
  method: "POST",
  path: "/api/v1/claims/:id/clawbacks",
  summary: "发出追回通知",
  permission: {
    roles: ["reviewer", "finance"],
    over: async (context, { params }) =>
      (await context.db.selectFrom("claim").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null,
  },
  params: ById,
  body: z.strictObject({ amountFen: Fen.positive("金额须大于零"), reason: Text(300, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const claim = await context.db
      .selectFrom("claim")
      .select(["number", "paid_fen"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (body.amountFen > (claim.paid_fen ?? 0)) {
      throw conflict(
        "clawback-exceeds-payment",
        `追回金额不能超过已付的 ${formatYuan(claim.paid_fen ?? 0)} 元，请核对。`,
      );
    }
    await startRecovery(context, params.id, body.reason);
    const made = await context.db
      .insertInto("clawback")
      .values({
        claim_id: params.id,
        amount_fen: body.amountFen,
        reason: body.reason,
        due_on: addDays(context.today, DAYS_TO_REPAY),
        demanded_by: context.actor.accountId,
        demanded_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tellPayee(context, params.id, {
      amountFen: body.amountFen,
      dueOn: addDays(context.today, DAYS_TO_REPAY),
      reason: body.reason,
    });
    context.audit({ kind: "clawback", id: made.id, detail: { claim: claim.number, fen: body.amountFen } });
    return made;
  },
});

/** Confirms that the money came back, by another officer than the one who demanded it; the source has it again. */
export const confirmRepayment = operation({
  method: "POST",
  path: "/api/v1/clawbacks/:id/repayment",
  summary: "确认追回到账",
  permission: { roles: ["finance"], over: clawbackOwner },
  params: ById,
  body: z.strictObject({ on: CivilDate, voucher: WrittenNumber(40) }),
  output: Done,
  async run(context, { params, body }) {
    const demand = await context.db
      .selectFrom("clawback")
      .innerJoin("claim", "claim.id", "clawback.claim_id")
      .select([
        "clawback.claim_id",
        "clawback.amount_fen",
        "clawback.demanded_by",
        "clawback.demanded_at",
        "claim.source_id",
        "claim.number",
      ])
      .where("clawback.id", "=", params.id)
      .forUpdate("clawback")
      .executeTakeFirstOrThrow();
    if (demand.demanded_by === context.actor.accountId)
      throw forbidden("发出追回通知的人不能确认到账，请由另一位人员办理。", "confirmer-is-demander");
    if (demand.source_id === null) throw notFound("这笔补贴的资金来源");
    requireMoneyDay("on", body.on, context.today, {
      day: todayInShanghai(demand.demanded_at),
      what: "发出追回通知的日期",
    });
    await moveState(context, clawbackStates, params.id, "repaid");
    await context.db
      .updateTable("clawback")
      .set({ repaid_on: body.on, confirmed_by: context.actor.accountId })
      .where("id", "=", params.id)
      .execute();
    const repaidKey = `repaid:${demand.source_id}:${body.voucher}`;
    const common = {
      sourceId: demand.source_id,
      amountFen: demand.amount_fen,
      postedOn: bookedOn(body.on, context.today),
      claimId: demand.claim_id,
    };
    const booked = await book(context, [
      {
        ...common,
        movement: "repaid",
        key: repaidKey,
        note: `追回到账 ${demand.number}，凭证 ${body.voucher}`,
      },
      { ...common, movement: "recovered", key: `recovered:${params.id}`, note: `追回恢复额度 ${demand.number}` },
    ]);
    if (!booked.has(repaidKey))
      throw conflict("voucher-booked", `收款凭证 ${body.voucher} 已用于另一笔追回，请核对凭证号。`);
    await finishRecovery(context, demand.claim_id, demand.amount_fen);
    context.audit({ kind: "clawback", id: params.id, detail: { fen: demand.amount_fen, voucher: body.voucher } });
    return { id: params.id };
  },
});
