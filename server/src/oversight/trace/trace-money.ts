import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { stateLabel } from "../../reporting/index.ts";
import { nameFor, officerFor } from "./trace-owner.ts";

export const TracedPayment = z.object({
  id: Id,
  number: z.string(),
  amountFen: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  payeeName: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  bankReference: z.string().nullable(),
  settledOn: CivilDate.nullable(),
  returnReason: z.string().nullable(),
});

export const TracedBatch = z.object({
  id: Id,
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  source: z.object({ id: Id, code: z.string(), name: z.string() }),
  count: z.number().int(),
  totalFen: z.number().int(),
  maker: z.string(),
  madeAt: Instant,
  releaser: z.string().nullable(),
  releasedAt: Instant.nullable(),
});

export const TracedEntry = z.object({
  id: Id,
  seq: z.number().int(),
  source: z.string(),
  book: z.enum(["quota", "cash"]),
  kind: z.string(),
  postedOn: CivilDate,
  note: z.string(),
  madeBy: z.string().nullable(),
  madeAt: Instant,
  paymentId: Id.nullable(),
  postings: z.array(z.object({ account: z.string(), accountName: z.string(), amountFen: z.number().int() })),
});

export interface PaymentWithBatch {
  payment: z.output<typeof TracedPayment>;
  batch: z.output<typeof TracedBatch>;
  claimId: string;
}

interface PaymentRow {
  id: string;
  number: string;
  claim_id: string;
  amount_fen: number;
  state: string;
  payee_name: string;
  bank_name: string;
  number_masked: string;
  personal: boolean;
  bank_reference: string | null;
  settled_on: z.output<typeof CivilDate> | null;
  return_reason: string | null;
  batch_id: string;
  batch_number: string;
  batch_state: string;
  count: number;
  total_fen: number;
  made_at: Date;
  released_at: Date | null;
  maker: string;
  releaser: string | null;
  source_id: string;
  source_code: string;
  source_name: string;
}

/** Payments selected by one column, newest first, each with its batch. */
export async function tracePayments(
  db: Database,
  actor: Actor,
  by: { paymentId: string } | { claimId: string },
): Promise<PaymentWithBatch[]> {
  const found = await sql<PaymentRow>`
    select p.*, a.bank_name, a.number_masked, a.person_id is not null as personal, b.id as batch_id, b.number as batch_number,
      b.state as batch_state, b.count, b.total_fen, b.made_at, b.released_at, maker.name as maker, releaser.name as releaser,
      s.id as source_id, s.code as source_code, s.name as source_name
    from payment p join payee_account a on a.id = p.payee_account_id join payment_batch b on b.id = p.batch_id
    join fund_source s on s.id = b.source_id join account maker on maker.id = b.made_by
    left join account releaser on releaser.id = b.released_by
    where ${"paymentId" in by ? sql`p.id = ${by.paymentId}` : sql`p.claim_id = ${by.claimId}`} order by p.created_at desc, p.number`.execute(
    db,
  );
  return found.rows.map((row) => ({
    claimId: row.claim_id,
    payment: {
      id: row.id,
      number: row.number,
      amountFen: row.amount_fen,
      state: row.state,
      stateLabel: stateLabel("payment", row.state),
      payeeName: row.personal ? nameFor(actor, row.payee_name) : row.payee_name,
      bankName: row.bank_name,
      accountMasked: row.number_masked,
      bankReference: row.bank_reference,
      settledOn: row.settled_on,
      returnReason: row.return_reason,
    },
    batch: {
      id: row.batch_id,
      number: row.batch_number,
      state: row.batch_state,
      stateLabel: stateLabel("payment-batch", row.batch_state),
      source: { id: row.source_id, code: row.source_code, name: row.source_name },
      count: row.count,
      totalFen: row.total_fen,
      maker: officerFor(actor, row.maker, "财政部门") ?? "",
      madeAt: row.made_at.toISOString(),
      releaser: officerFor(actor, row.releaser, "财政部门"),
      releasedAt: row.released_at?.toISOString() ?? null,
    },
  }));
}

type EntryRow = Omit<z.output<typeof TracedEntry>, "madeAt"> & { madeAt: Date };

/**
 * Ledger entries of a claim, or of one payment of it. The reservation belongs to each payment, and so does the one entry with which
 * the whole batch left the bank.
 */
export async function traceLedger(
  db: Database,
  actor: Actor,
  claimId: string,
  paymentId: string | null,
): Promise<z.output<typeof TracedEntry>[]> {
  const found = await sql<EntryRow>`
    select e.id, e.seq, s.code as source, e.book, e.kind, e.posted_on as "postedOn", e.note, m.name as "madeBy", e.made_at as "madeAt",
      e.payment_id as "paymentId",
      (select json_agg(json_build_object('account', a.code, 'accountName', a.name, 'amountFen', p.amount_fen) order by p.id)
       from ledger_posting p join ledger_account a on a.id = p.account_id where p.entry_id = e.id) as postings
    from ledger_entry e join fund_source s on s.id = e.source_id left join account m on m.id = e.made_by
    where e.id in (select id from ledger_entry where claim_id = ${claimId}
                   union select l.id from ledger_entry l join payment p on p.id = l.payment_id where p.claim_id = ${claimId}
                   union select l.id from payment p join ledger_entry l on l.key = 'sent:' || p.batch_id
                   where p.claim_id = ${claimId} and (${paymentId}::uuid is null or p.id = ${paymentId}::uuid))
      and (${paymentId}::uuid is null or e.payment_id is null or e.payment_id = ${paymentId}::uuid)
    order by e.posted_on, e.seq`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    madeBy: officerFor(actor, row.madeBy, "财政部门"),
    madeAt: row.madeAt.toISOString(),
  }));
}
