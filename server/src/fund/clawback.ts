import { addDays, formatYuan } from "@jinengtong/standards";
import { z } from "zod";
import { abandonRecovery, finishRecovery, startRecovery } from "../entitlement/index.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, forbidden, notFound } from "../kernel/problem.ts";
import { ById, CivilDate, Done, Fen, Id, pageOf, Text } from "../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, byTime, type Placed, sortable, unplaced } from "../kernel/sorting.ts";
import { moveState } from "../kernel/states.ts";
import { clawbackStates } from "./batch-states.ts";
import { book } from "./ledger.ts";
import { clawbackOwner } from "./owners.ts";

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
  body: z.strictObject({ on: CivilDate, voucher: Text(40) }),
  output: Done,
  async run(context, { params, body }) {
    const demand = await context.db
      .selectFrom("clawback")
      .innerJoin("claim", "claim.id", "clawback.claim_id")
      .select(["clawback.claim_id", "clawback.amount_fen", "clawback.demanded_by", "claim.source_id", "claim.number"])
      .where("clawback.id", "=", params.id)
      .forUpdate("clawback")
      .executeTakeFirstOrThrow();
    if (demand.demanded_by === context.actor.accountId)
      throw forbidden("发出追回通知的人不能确认到账，请由另一位人员办理。", "confirmer-is-demander");
    if (demand.source_id === null) throw notFound("这笔补贴的资金来源");
    await moveState(context, clawbackStates, params.id, "repaid");
    await context.db
      .updateTable("clawback")
      .set({ repaid_on: body.on, confirmed_by: context.actor.accountId })
      .where("id", "=", params.id)
      .execute();
    const common = {
      sourceId: demand.source_id,
      amountFen: demand.amount_fen,
      postedOn: body.on,
      claimId: demand.claim_id,
    };
    await book(context, [
      {
        ...common,
        movement: "repaid",
        key: `repaid:${params.id}`,
        note: `追回到账 ${demand.number}，凭证 ${body.voucher}`,
      },
      { ...common, movement: "recovered", key: `recovered:${params.id}`, note: `追回恢复额度 ${demand.number}` },
    ]);
    await finishRecovery(context, demand.claim_id, demand.amount_fen);
    context.audit({ kind: "clawback", id: params.id, detail: { fen: demand.amount_fen, voucher: body.voucher } });
    return { id: params.id };
  },
});

/** Ends a demand with a reason, since it was wrong or uncollectable; the payment stands. 容错纠错 */
export const endClawback = operation({
  method: "POST",
  path: "/api/v1/clawbacks/:id/end",
  summary: "撤销或核销追回",
  permission: { roles: ["finance", "reviewer"], over: clawbackOwner },
  params: ById,
  body: z.strictObject({ as: z.enum(["cancelled", "written-off"]), reason: Text(300, 4) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, clawbackStates, params.id, body.as, { reason: body.reason });
    const demand = await context.db
      .selectFrom("clawback")
      .select("claim_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    await abandonRecovery(context, demand.claim_id, body.reason);
    context.audit({ kind: "clawback", id: params.id, detail: { as: body.as } });
    return { id: params.id };
  },
});

const ClawbackRow = z.object({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  payeeName: z.string(),
  amountFen: Fen,
  reason: z.string(),
  state: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  demandedAt: z.string(),
  repaidOn: z.string().nullable(),
});

const ORDER = sortable({
  columns: {
    demandedAt: byTime("k.demanded_at"),
    claimNumber: byText("c.number"),
    payeeName: byName("coalesce(o.name, p.name)", "first"),
    amountFen: byNumber("k.amount_fen"),
    dueOn: byDate("k.due_on"),
    repaidOn: byDate("k.repaid_on", "last"),
  },
  unique: byId("k.id"),
  usual: "-demandedAt",
});

/** Clawbacks of the region, newest first; overdue ones are marked. */
export const listClawbacks = operation({
  method: "GET",
  path: "/api/v1/clawbacks",
  summary: "追回通知列表",
  permission: { roles: ["finance", "reviewer", "auditor"] },
  query: ORDER.query.extend({ state: z.enum(["demanded", "repaid", "cancelled", "written-off"]).optional() }),
  output: pageOf(ClawbackRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows } = await sql<Placed<z.output<typeof ClawbackRow>>>`
      select k.id, k.claim_id as "claimId", c.number as "claimNumber", coalesce(o.name, p.name) as "payeeName", k.amount_fen as "amountFen", k.reason, k.state,
        k.due_on as "dueOn", (k.state = 'demanded' and k.due_on < ${context.today}::date) as overdue,
        to_char(k.demanded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "demandedAt", k.repaid_on as "repaidOn",
        ${page.place}
      from clawback k join claim c on c.id = k.claim_id
      left join person p on p.id = c.person_id and c.payee_kind = 'person'
      left join organisation o on o.id = c.organisation_id and c.payee_kind = 'organisation'
      where c.region like ${`${context.actor.region}%`} and (${query.state ?? null}::text is null or k.state = ${query.state ?? null})
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`.execute(context.db);
    const cut = page.cut(rows);
    return { ...cut, rows: cut.rows.map(unplaced) };
  },
});
