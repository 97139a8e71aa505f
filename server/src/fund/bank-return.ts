import { createHash } from "node:crypto";
import { z } from "zod";
import { markManyPaid, markReturned } from "../entitlement/index.ts";
import { canonical } from "../kernel/audit.ts";
import type { Context } from "../kernel/context.ts";
import { json, sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { CivilDate, Fen, Id, Text } from "../kernel/shapes.ts";
import { moveState } from "../kernel/states.ts";
import { batchStates } from "./batch-states.ts";
import { book, type Booking } from "./ledger.ts";

/** One line of the bank's return. */
export const ReturnLine = z.strictObject({
  paymentNumber: Text(40),
  outcome: z.enum(["paid", "returned"]),
  amountFen: Fen.positive("金额须大于零"),
  on: CivilDate,
  bankReference: Text(60),
  reason: z.string().trim().max(200).optional(),
});
type Line = z.output<typeof ReturnLine>;

interface Payment {
  id: string;
  number: string;
  batch_id: string;
  claim_id: string;
  amount_fen: number;
  state: string;
  bank_reference: string | null;
  source_id: string;
}

export const Problematic = z.object({ paymentNumber: z.string(), reason: z.string() });

export const ReturnBooked = z.object({
  id: Id,
  paid: z.number().int(),
  returned: z.number().int(),
  repeated: z.number().int(),
  setAside: z.array(Problematic),
});

/**
 * Books the bank's return: each payment arrived or was sent back with a reason. Idempotent per line; a line with an unknown payment
 * or another amount is set aside and reported, and the rest is booked.
 */
export const receiveBankReturn = operation({
  method: "POST",
  path: "/api/v1/bank-returns",
  summary: "登记银行回单",
  permission: { roles: ["finance"] },
  scope: "bank-returns:write",
  body: z.strictObject({
    lines: z.array(ReturnLine).min(1, "回单中没有明细").max(10_000, "一次最多 10,000 行，请分次登记"),
  }),
  output: ReturnBooked,
  run: (context, { body }) => bookReturn(context, body.lines),
});

/** Shared by the program's and the upload's operation. */
export async function bookReturn(context: Context, lines: Line[]): Promise<z.output<typeof ReturnBooked>> {
  const digest = createHash("sha256").update(canonical(lines)).digest();
  const payments = await paymentsOf(context, lines);
  const sorted = sortOut(lines, payments);
  await settlePaid(context, sorted.paid);
  await settleReturned(context, sorted.returned);
  await settleBatches(
    context,
    [...sorted.paid, ...sorted.returned].map(({ payment }) => payment.batch_id),
  );
  const made = await sql<{ id: string }>`
      insert into bank_return (batch_id, digest, paid_count, returned_count, repeated_count, unknown, received_by, received_at)
      values (null, ${digest}, ${sorted.paid.length}, ${sorted.returned.length}, ${sorted.repeated}, ${json(sorted.setAside)}, ${context.actor.accountId}, ${context.now})
      on conflict (digest) do update set repeated_count = bank_return.repeated_count + excluded.repeated_count
      returning id`.execute(context.db);
  const id = made.rows[0]?.id as string;
  context.audit({
    kind: "bank-return",
    id,
    detail: { paid: sorted.paid.length, returned: sorted.returned.length, setAside: sorted.setAside.length },
  });
  return {
    id,
    paid: sorted.paid.length,
    returned: sorted.returned.length,
    repeated: sorted.repeated,
    setAside: sorted.setAside,
  };
}

/** Locked, so that two returns of a payment book it once. */
async function paymentsOf(context: Context, lines: Line[]): Promise<Map<string, Payment>> {
  const { rows } = await sql<Payment>`
    select p.id, p.number, p.batch_id, p.claim_id, p.amount_fen, p.state, p.bank_reference, b.source_id
    from payment p join payment_batch b on b.id = p.batch_id
    where p.number = any(${lines.map((line) => line.paymentNumber)}::text[]) and b.region like ${`${context.actor.region}%`}
    order by p.number for update of p`.execute(context.db);
  return new Map(rows.map((row) => [row.number, row]));
}

interface Settled {
  payment: Payment;
  line: Line;
}

function sortOut(lines: Line[], payments: Map<string, Payment>) {
  const paid: Settled[] = [];
  const returned: Settled[] = [];
  const setAside: z.output<typeof Problematic>[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  for (const line of lines) {
    const payment = payments.get(line.paymentNumber);
    const aside = (reason: string) => setAside.push({ paymentNumber: line.paymentNumber, reason });
    if (!payment) aside("没有这笔付款，请核对付款编号");
    else if (payment.amount_fen !== line.amountFen) aside("金额与付款不符，未入账，请与银行核对");
    else if (seen.has(line.paymentNumber) || payment.state === line.outcome) repeated += 1;
    else if (payment.state === "sent" || (payment.state === "paid" && line.outcome === "returned")) {
      seen.add(line.paymentNumber);
      (line.outcome === "paid" ? paid : returned).push({ payment, line });
    } else aside(`付款当前状态不能登记此结果（${payment.state === "returned" ? "已退回" : "尚未送银行"}）`);
  }
  return { paid, returned, repeated, setAside };
}

async function settlePaid(context: Context, settled: Settled[]): Promise<void> {
  await writeOutcome(context, "paid", settled);
  await book(
    context,
    settled.flatMap(({ payment, line }): Booking[] => [
      booking("paid", payment, line, "到账"),
      booking("spent", payment, line, "列支"),
    ]),
  );
  await markManyPaid(
    context,
    settled.map(({ payment }) => ({ claimId: payment.claim_id, fen: payment.amount_fen })),
  );
}

/** Sent back, before or after arrival: the reservation is restored and the claim may be paid again once the cause is fixed. */
async function settleReturned(context: Context, settled: Settled[]): Promise<void> {
  await writeOutcome(context, "returned", settled);
  await book(
    context,
    settled.flatMap(({ payment, line }): Booking[] =>
      payment.state === "paid"
        ? [booking("returned-late", payment, line, "到账后退回"), booking("unspent", payment, line, "恢复预留")]
        : [booking("bounced", payment, line, "银行退回")],
    ),
  );
  for (const { payment, line } of settled)
    await markReturned(context, payment.claim_id, line.reason ?? "银行退回，未说明原因");
}

const booking = (movement: Booking["movement"], payment: Payment, line: Line, what: string): Booking => ({
  movement,
  sourceId: payment.source_id,
  amountFen: payment.amount_fen,
  postedOn: line.on,
  key: `${movement}:${payment.id}`,
  note: `${what} ${payment.number}`,
  claimId: payment.claim_id,
  paymentId: payment.id,
});

async function writeOutcome(context: Context, outcome: "paid" | "returned", settled: Settled[]): Promise<void> {
  await sql`
    update payment p set state = ${outcome}, settled_on = g.on_date, bank_reference = g.reference, return_reason = g.reason
    from unnest(${settled.map(({ payment }) => payment.id)}::uuid[], ${settled.map(({ line }) => line.on)}::date[],
      ${settled.map(({ line }) => line.bankReference)}::text[], ${settled.map(({ line }) => (outcome === "returned" ? (line.reason ?? "") : null))}::text[])
      as g (id, on_date, reference, reason)
    where p.id = g.id`.execute(context.db);
}

/** A batch without payments in transit is settled. */
async function settleBatches(context: Context, batchIds: string[]): Promise<void> {
  const done = await sql<{ id: string }>`
    select b.id from payment_batch b where b.id = any(${[...new Set(batchIds)]}::uuid[]) and b.state = 'sent'
      and not exists (select from payment p where p.batch_id = b.id and p.state in ('batched', 'sent'))`.execute(
    context.db,
  );
  for (const { id } of done.rows) await moveState(context, batchStates, id, "settled");
}
