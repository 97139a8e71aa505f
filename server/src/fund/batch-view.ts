import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { ById, decodeCursor, Fen, Id, pageOf, PageQuery, toPage } from "../kernel/shapes.ts";
import { batchStates, paymentStates } from "./batch-states.ts";
import { batchOwner } from "./owners.ts";

export const BatchRow = z.object({
  id: Id,
  number: z.string(),
  sourceId: Id,
  sourceName: z.string(),
  state: z.enum(Object.keys(batchStates.states) as [string, ...string[]]),
  count: z.number().int(),
  totalFen: Fen,
  madeBy: z.string(),
  madeAt: z.string(),
  releasedBy: z.string().nullable(),
  releasedAt: z.string().nullable(),
});

const batchColumns = sql`b.id, b.number, b.source_id as "sourceId", s.name as "sourceName", b.state, b.count, b.total_fen as "totalFen",
  m.name as "madeBy", to_char(b.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "madeAt",
  r.name as "releasedBy", to_char(b.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "releasedAt"`;
const batchTables = sql`payment_batch b join fund_source s on s.id = b.source_id join account m on m.id = b.made_by left join account r on r.id = b.released_by`;

/** Batches of the region, newest first. */
export const listBatches = operation({
  method: "GET",
  path: "/api/v1/payment-batches",
  summary: "拨付批次列表",
  permission: { roles: ["finance", "auditor"] },
  query: PageQuery.extend({
    state: z.enum(Object.keys(batchStates.states) as [string, ...string[]]).optional(),
    sourceId: Id.optional(),
  }),
  output: pageOf(BatchRow),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const { rows } = await sql<z.output<typeof BatchRow>>`
      select ${batchColumns} from ${batchTables}
      where b.region like ${`${context.actor.region}%`}
        and (${query.state ?? null}::text is null or b.state = ${query.state ?? null})
        and (${query.sourceId ?? null}::uuid is null or b.source_id = ${query.sourceId ?? null}::uuid)
        ${after ? sql`and (b.made_at, b.id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql``}
      order by b.made_at desc, b.id desc limit ${query.limit + 1}`.execute(context.db);
    return toPage(rows, query.limit, (row) => [row.madeAt, row.id]);
  },
});

export const PaymentRow = z.object({
  id: Id,
  number: z.string(),
  claimId: Id,
  claimNumber: z.string(),
  benefit: z.string(),
  payeeName: z.string(),
  accountMasked: z.string(),
  bankName: z.string(),
  amountFen: Fen,
  state: z.enum(Object.keys(paymentStates.states) as [string, ...string[]]),
  returnReason: z.string().nullable(),
  settledOn: z.string().nullable(),
});

/** One batch with its payments and its sums by state, as the releaser compares them with the sheet. */
export const showBatch = operation({
  method: "GET",
  path: "/api/v1/payment-batches/:id",
  summary: "拨付批次详情",
  permission: { roles: ["finance", "auditor"], over: batchOwner },
  params: ById,
  query: PageQuery,
  output: BatchRow.extend({
    byState: z.array(z.object({ state: z.string(), count: z.number().int(), fen: Fen })),
    bankFileDigest: z.string().nullable(),
    payments: pageOf(PaymentRow),
  }),
  async run(context, { params, query }) {
    const after = decodeCursor(query.cursor, 1);
    const batch = await sql<z.output<typeof BatchRow> & { bankFileDigest: string | null }>`
      select ${batchColumns}, b.bank_file_digest as "bankFileDigest" from ${batchTables} where b.id = ${params.id}`.execute(
      context.db,
    );
    const byState = await sql<{ state: string; count: number; fen: number }>`
      select state, count(*)::int as count, sum(amount_fen)::bigint as fen from payment where batch_id = ${params.id} group by state order by state`.execute(
      context.db,
    );
    const payments = await sql<z.output<typeof PaymentRow>>`
      select p.id, p.number, p.claim_id as "claimId", c.number as "claimNumber", c.benefit, p.payee_name as "payeeName",
        a.number_masked as "accountMasked", a.bank_name as "bankName", p.amount_fen as "amountFen", p.state,
        p.return_reason as "returnReason", p.settled_on as "settledOn"
      from payment p join claim c on c.id = p.claim_id join payee_account a on a.id = p.payee_account_id
      where p.batch_id = ${params.id} ${after ? sql`and p.number > ${String(after[0])}` : sql``}
      order by p.number limit ${query.limit + 1}`.execute(context.db);
    return {
      ...(batch.rows[0] as (typeof batch.rows)[number]),
      byState: byState.rows,
      payments: toPage(payments.rows, query.limit, (row) => [row.number]),
    };
  },
});
