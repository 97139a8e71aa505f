import { createHash } from "node:crypto";
import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { markManyPaid, markReturned } from "../../entitlement/index.ts";
import { canonical } from "../../kernel/audit.ts";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, Text, WrittenNumber } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { batchStates } from "../batch-states.ts";
import { book, type Booking } from "../books/ledger.ts";
import { bookedOn } from "../books/money-day.ts";
import { type ReturnedPayment, type Settled, sortReturn } from "./sort-return.ts";

/** One line of the bank's return. */
export const ReturnLine = z.strictObject({
  paymentNumber: WrittenNumber(40),
  outcome: z.enum(["paid", "returned"]),
  amountFen: Fen.positive("金额须大于零"),
  on: CivilDate,
  bankReference: WrittenNumber(60),
  reason: Text(200, 0).optional(),
});
type Line = z.output<typeof ReturnLine>;

export const Problematic = z.object({ paymentNumber: z.string(), reason: z.string() });

export const ReturnBooked = z.object({
  id: Id,
  paid: z.number().int(),
  returned: z.number().int(),
  repeated: z.number().int(),
  setAside: z.array(Problematic),
  notes: z.array(z.string()).describe("文件中没有读取的部分，如合计行、其他工作表"),
});

/**
 * Books the bank's return: each payment arrived or was sent back with a reason. Idempotent per line; a line that can't be true (an
 * unknown payment, another amount, an impossible day, a contradiction) is set aside and reported, and the rest is booked.
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

/** The bank's file behind a return: its stored file, and what wasn't read or waits for the bank. */
interface Evidence {
  fileId: string;
  setAside: z.output<typeof Problematic>[];
  notes: readonly string[];
}

/**
 * Shared by the program's and the upload's operation. An arrival is taken back by the word of another officer than the maker of its
 * batch, or by the bank's file, which is kept.
 */
export async function bookReturn(
  context: Context,
  lines: Line[],
  file?: Evidence,
): Promise<z.output<typeof ReturnBooked>> {
  const digest = createHash("sha256").update(canonical(lines)).digest();
  const payments = await paymentsOf(context, lines);
  const sorted = sortReturn(lines, payments, {
    today: context.today,
    references: await referencesOf(context, lines),
    mayTakeBack: (maker) => file !== undefined || maker !== context.actor.accountId,
  });
  const setAside = [...sorted.setAside, ...(file?.setAside ?? [])];
  await settlePaid(context, sorted.paid);
  await settleReturned(context, sorted.returned);
  const settled = [...sorted.paid, ...sorted.returned];
  await settleBatches(
    context,
    settled.map(({ payment }) => payment.batch_id),
  );
  const made = await sql<{ id: string }>`
      insert into bank_return (batch_id, file_id, digest, paid_count, returned_count, repeated_count, unknown, received_by, received_at)
      values (null, ${file?.fileId ?? null}, ${digest}, ${sorted.paid.length}, ${sorted.returned.length}, ${sorted.repeated}, ${json(setAside)}, ${context.actor.accountId}, ${context.now})
      on conflict (digest) do update set paid_count = bank_return.paid_count + excluded.paid_count,
        returned_count = bank_return.returned_count + excluded.returned_count,
        repeated_count = bank_return.repeated_count + excluded.repeated_count, unknown = excluded.unknown,
        file_id = coalesce(bank_return.file_id, excluded.file_id)
      returning id`.execute(context.db);
  const id = made.rows[0]?.id as string;
  await keepLines(context, id, settled);
  const counts = { paid: sorted.paid.length, returned: sorted.returned.length };
  context.audit({ kind: "bank-return", id, detail: { ...counts, setAside: setAside.length } });
  return { id, ...counts, repeated: sorted.repeated, setAside, notes: [...(file?.notes ?? [])] };
}

/** Locked, so that two returns of a payment book it once. */
async function paymentsOf(context: Context, lines: Line[]): Promise<Map<string, ReturnedPayment>> {
  const { rows } = await sql<
    Omit<ReturnedPayment, "booked"> & { bank_reference: string | null; settled_on: string | null }
  >`
    select p.id, p.number, p.batch_id, p.claim_id, p.amount_fen, p.state, p.bank_reference, p.settled_on, b.source_id, b.made_by,
      (b.released_at at time zone 'Asia/Shanghai')::date as released_on
    from payment p join payment_batch b on b.id = p.batch_id
    where p.number = any(${lines.map((line) => line.paymentNumber)}::text[]) and b.region like ${`${context.actor.region}%`}
    order by p.number for update of p`.execute(context.db);
  const kept = await context.db
    .selectFrom("bank_return_line")
    .select(["payment_id", "outcome", "reference", "on_date"])
    .where(sql<boolean>`payment_id = any(${rows.map((row) => row.id)}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ bank_reference, settled_on, ...row }) => {
      const booked = new Map<Line["outcome"], { reference: string | null; on: string | null }>();
      if (row.state === "paid" || row.state === "returned")
        booked.set(row.state, { reference: bank_reference, on: settled_on });
      for (const line of kept)
        if (line.payment_id === row.id) booked.set(line.outcome, { reference: line.reference, on: line.on_date });
      return [row.number, { ...row, booked }];
    }),
  );
}

/** Payments that these bank references were booked for. */
async function referencesOf(context: Context, lines: Line[]): Promise<Map<string, string>> {
  const given = lines.map((line) => line.bankReference);
  const { rows } = await sql<{ reference: string; payment_id: string }>`
    select bank_reference as reference, id as payment_id from payment where bank_reference = any(${given}::text[])
    union select reference, payment_id from bank_return_line where reference = any(${given}::text[])`.execute(
    context.db,
  );
  return new Map(rows.map((row) => [row.reference, row.payment_id]));
}

async function settlePaid(context: Context, settled: Settled[]): Promise<void> {
  await writeOutcome(context, "paid", settled);
  await book(
    context,
    settled.flatMap((each): Booking[] => [
      booking(context, "paid", each, "到账"),
      booking(context, "spent", each, "列支"),
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
    settled.flatMap((each): Booking[] =>
      each.late
        ? [booking(context, "returned-late", each, "到账后退回"), booking(context, "unspent", each, "恢复预留")]
        : [booking(context, "bounced", each, "银行退回")],
    ),
  );
  if (settled.length > 0)
    await notifyOffice(context, "finance", context.actor.region, {
      template: "payments-returned",
      text: "银行退回 {n} 笔付款，请核对原因后重新编批。",
      count: settled.length,
    });
  for (const { payment, line } of settled)
    await markReturned(context, payment.claim_id, line.reason || "银行退回，未说明原因");
}

const booking = (
  context: Context,
  movement: Booking["movement"],
  { payment, line }: Settled,
  what: string,
): Booking => ({
  movement,
  sourceId: payment.source_id,
  amountFen: payment.amount_fen,
  postedOn: bookedOn(line.on, context.today),
  key: `${movement}:${payment.id}`,
  note: `${what} ${payment.number}`,
  claimId: payment.claim_id,
  paymentId: payment.id,
});

async function writeOutcome(context: Context, outcome: Line["outcome"], settled: Settled[]): Promise<void> {
  await sql`
    update payment p set state = ${outcome}, settled_on = g.on_date, bank_reference = g.reference, return_reason = g.reason
    from unnest(${settled.map(({ payment }) => payment.id)}::uuid[], ${settled.map(({ line }) => line.on)}::date[],
      ${settled.map(({ line }) => line.bankReference)}::text[], ${settled.map(({ line }) => (outcome === "returned" ? (line.reason ?? "") : null))}::text[])
      as g (id, on_date, reference, reason)
    where p.id = g.id`.execute(context.db);
}

/** Keeps each booked line under its return, with who booked it. */
async function keepLines(context: Context, returnId: string, settled: Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    insert into bank_return_line (payment_id, outcome, on_date, reference, reason, return_id, booked_by)
    select g.*, ${returnId}::uuid, ${context.actor.accountId}::uuid
    from unnest(${settled.map(({ payment }) => payment.id)}::uuid[], ${settled.map(({ line }) => line.outcome)}::text[],
      ${settled.map(({ line }) => line.on)}::date[], ${settled.map(({ line }) => line.bankReference)}::text[],
      ${settled.map(({ line }) => line.reason ?? null)}::text[]) as g`.execute(context.db);
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
