import { markBatched, payeeAccount, type Stop, stopped, stopsOn } from "../../entitlement/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, unacceptable } from "../../kernel/problem.ts";
import { Fen, Id } from "../../kernel/shapes.ts";
import { PayableFilter, payableWhere } from "./payable-filter.ts";
import { nextBatchNumber, paymentNumber } from "./batch-number.ts";
import { z } from "zod";

interface Row {
  id: string;
  number: string;
  approved_fen: number;
  account_id: string | null;
  holder_name: string | null;
  /** The maker reviewed it, so somebody else must pay it. */
  reviewed: boolean;
}

/**
 * Puts payable claims of one source into a batch. A claim that can't go now is left out and named with its reason, and the others go.
 * The database allows one live payment per claim.
 */
export const makeBatch = operation({
  method: "POST",
  path: "/api/v1/payment-batches",
  summary: "编制拨付批次",
  permission: { roles: ["finance"] },
  body: z.strictObject({
    sourceId: Id,
    /** Default: all payable claims of the source, oldest first, at most 5,000. */
    claimIds: z.array(Id).min(1, "请至少选择一笔").max(5_000, "一批最多 5,000 笔，请分批编制").optional(),
    /** Narrows the default as the list of payables does. */
    only: PayableFilter.omit({ account: true }).strict().optional(),
  }),
  output: z.object({
    id: Id,
    number: z.string(),
    count: z.number().int(),
    totalFen: Fen,
    leftOut: z.array(z.object({ number: z.string(), reason: z.string() })),
  }),
  async run(context, { body }) {
    const rows = await payableRows(context, body.sourceId, body);
    const missing = body.claimIds?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
    if (missing.length > 0) {
      throw conflict(
        "claims-not-payable",
        `所选中有 ${missing.length} 笔已不在待拨付状态或不属于此资金来源，请刷新列表后重新选择。`,
        { claimIds: missing },
      );
    }
    const stops = await stopsOn(
      context.db,
      rows.map((row) => row.id),
    );
    const ready = rows.filter((row) => whyNot(row, stops.get(row.id)) === null);
    const leftOut = rows.flatMap((row) => {
      const reason = whyNot(row, stops.get(row.id));
      return reason === null ? [] : [{ number: row.number, reason }];
    });
    if (ready.length === 0) throw nothingToPay(rows, stops, body.claimIds !== undefined);
    const { id, number } = await insertBatch(context, body.sourceId, ready);
    await markBatched(
      context,
      ready.map((row) => row.id),
    );
    const totalFen = ready.reduce((sum, row) => sum + row.approved_fen, 0);
    context.audit({
      kind: "payment-batch",
      id,
      detail: { number, count: ready.length, fen: totalFen, leftOut: leftOut.length },
    });
    return { id, number, count: ready.length, totalFen, leftOut };
  },
});

/** Reason why the claim can't be in this batch, or null. */
function whyNot(row: Row, stop: Stop | undefined): string | null {
  if (stop) return stop.label;
  if (row.account_id === null) return "收款人尚未登记银行账户";
  return row.reviewed ? "由您审核过，须由其他财政人员编批" : null;
}

/** Refusal of a batch without payments: one that was asked for by name is told its own reason. */
function nothingToPay(rows: Row[], stops: ReadonlyMap<string, Stop>, named: boolean) {
  const [stop] = stops.values();
  if (named && stop) return stopped(stop);
  if (rows.some((row) => row.reviewed))
    return forbidden("所选申请由您审核过，审核人不能付款，请由其他人员办理。", "payer-is-reviewer");
  return unacceptable(
    "nothing-to-pay",
    rows.length === 0
      ? "此资金来源目前没有待拨付的申请。"
      : stops.size > 0
        ? "待拨付的申请都有异议、撤销或疑点待处理，或收款人没有登记银行账户，请先处理。"
        : "所选申请的收款人都没有登记银行账户，请先通知其登记。",
  );
}

async function payableRows(
  context: Context,
  sourceId: string,
  { claimIds, only = {} }: { claimIds?: string[] | undefined; only?: z.output<typeof PayableFilter> | undefined },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.approved_fen, pa.id as account_id, pa.holder_name,
      exists (select from claim_review r where r.claim_id = c.id and r.officer_id = ${context.actor.accountId}) as reviewed
    from claim c
    left join payee_account pa on pa.id = ${payeeAccount}
    where ${payableWhere(only)} and c.source_id = ${sourceId} and c.region like ${`${context.actor.region}%`}
      and (${claimIds === undefined} or c.id = any(${claimIds ?? []}::uuid[]))
    order by c.publicised_to, c.number limit 5000
    for update of c`.execute(context.db);
  return rows;
}
async function insertBatch(context: Context, sourceId: string, ready: Row[]): Promise<{ id: string; number: string }> {
  const total = ready.reduce((sum, row) => sum + row.approved_fen, 0);
  const made = await sql<{ id: string; number: string }>`
    insert into payment_batch (number, source_id, region, count, total_fen, made_by, made_at)
    select ${await nextBatchNumber(context)}, s.id, s.region, ${ready.length}, ${total},
      ${context.actor.accountId}, ${context.now}
    from fund_source s where s.id = ${sourceId}
    returning id, number`.execute(context.db);
  const batch = made.rows[0];
  if (!batch) throw unacceptable("fund-source-missing", "资金来源不存在，请刷新后重新选择。");
  await sql`
    insert into payment (number, batch_id, claim_id, payee_account_id, payee_name, amount_fen, created_at)
    select g.number, ${batch.id}, g.claim_id, g.account_id, g.holder, g.fen, ${context.now}
    from unnest(${ready.map((_, at) => paymentNumber(batch.number, at + 1))}::text[], ${ready.map((row) => row.id)}::uuid[], ${ready.map((row) => row.account_id)}::uuid[], ${ready.map((row) => row.holder_name)}::text[],
      ${ready.map((row) => row.approved_fen)}::bigint[]) as g (number, claim_id, account_id, holder, fen)`.execute(
    context.db,
  );
  return batch;
}
