import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Fen, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { batchStates, paymentStates } from "../batch-states.ts";
import { likeOf } from "../like.ts";
import { batchOwner } from "../owners.ts";
import { BatchLook, batchLook, looksOf, PaymentLook } from "./second-look.ts";

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

const BATCH_ORDER = sortable({
  columns: {
    madeAt: byTime("b.made_at"),
    number: byText("b.number"),
    sourceName: byName("s.name"),
    count: byNumber("b.count"),
    totalFen: byNumber("b.total_fen"),
    releasedAt: byTime("b.released_at", "last"),
  },
  unique: byId("b.id"),
  usual: "-madeAt",
});

/** Batches of the region, newest first. */
export const listBatches = operation({
  method: "GET",
  path: "/api/v1/payment-batches",
  summary: "拨付批次列表",
  permission: { roles: ["finance", "auditor"] },
  query: BATCH_ORDER.query.extend({
    state: z.enum(Object.keys(batchStates.states) as [string, ...string[]]).optional(),
    sourceId: Id.optional(),
    q: SearchText(40).optional().describe("批次、付款或申请编号开头，或收款人名称中的字"),
  }),
  output: pageOf(BatchRow),
  async run(context, { query }) {
    const page = BATCH_ORDER.page(query);
    const { begins, contains } = likeOf(query.q);
    return page.read(
      context.db,
      sql<Placed<z.output<typeof BatchRow>>>`
      select ${batchColumns}, ${page.place} from ${batchTables}
      where b.region like ${`${context.actor.region}%`}
        and (${query.state ?? null}::text is null or b.state = ${query.state ?? null})
        and (${query.sourceId ?? null}::uuid is null or b.source_id = ${query.sourceId ?? null}::uuid)
        and (${begins}::text is null or b.number like ${begins} or exists (
          select from payment p join claim c on c.id = p.claim_id where p.batch_id = b.id
            and (p.number like ${begins} or c.number like ${begins} or p.payee_name like ${contains})))
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
  },
});

export const PaymentRow = z.object({
  id: Id,
  number: z.string(),
  claimId: Id,
  claimNumber: z.string(),
  policyId: z.string(),
  benefit: z.string(),
  payeeName: z.string(),
  accountMasked: z.string(),
  bankName: z.string(),
  amountFen: Fen,
  state: z.enum(Object.keys(paymentStates.states) as [string, ...string[]]),
  returnReason: z.string().nullable(),
  settledOn: z.string().nullable(),
});

/** A payment in its batch, with what the second officer must know of it. */
export const BatchPayment = PaymentRow.extend(PaymentLook.shape);

const PAYMENT_ORDER = sortable({
  columns: {
    number: byText("p.number"),
    payeeName: byName("p.payee_name"),
    amountFen: byNumber("p.amount_fen"),
    settledOn: byDate("p.settled_on", "last"),
  },
  unique: byText("p.number"),
  usual: "number",
});

const NOTHING: PaymentLook = { stop: null, earlier: null, accountChangedOn: null, accountReplacedOn: null };

/** One batch with its payments and totals by state, for the releaser to compare. */
export const showBatch = operation({
  method: "GET",
  path: "/api/v1/payment-batches/:id",
  summary: "拨付批次详情",
  permission: { roles: ["finance", "auditor"], over: batchOwner },
  params: ById,
  query: PAYMENT_ORDER.query.extend({
    state: z.enum(Object.keys(paymentStates.states) as [string, ...string[]]).optional(),
  }),
  output: BatchRow.extend({
    byState: z.array(z.object({ state: z.string(), count: z.number().int(), fen: Fen })),
    bankFileDigest: z.string().nullable(),
    look: BatchLook,
    payments: pageOf(BatchPayment),
  }),
  async run(context, { params, query }) {
    const page = PAYMENT_ORDER.page(query);
    const batch = await sql<z.output<typeof BatchRow> & { bankFileDigest: string | null }>`
      select ${batchColumns}, b.bank_file_digest as "bankFileDigest" from ${batchTables} where b.id = ${params.id}`.execute(
      context.db,
    );
    const byState = await sql<{ state: string; count: number; fen: number }>`
      select state, count(*)::int as count, sum(amount_fen)::bigint as fen from payment where batch_id = ${params.id} group by state order by state`.execute(
      context.db,
    );
    const cut = await page.read(
      context.db,
      sql<Placed<z.output<typeof PaymentRow>>>`
      select p.id, p.number, p.claim_id as "claimId", c.number as "claimNumber", c.policy_id as "policyId", c.benefit, p.payee_name as "payeeName",
        a.number_masked as "accountMasked", a.bank_name as "bankName", p.amount_fen as "amountFen", p.state,
        p.return_reason as "returnReason", p.settled_on as "settledOn", ${page.place}
      from payment p join claim c on c.id = p.claim_id join payee_account a on a.id = p.payee_account_id
      where p.batch_id = ${params.id} and (${query.state ?? null}::text is null or p.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    const looks = await looksOf(
      context.db,
      cut.rows.map((row) => row.id),
    );
    return {
      ...(batch.rows[0] as (typeof batch.rows)[number]),
      byState: byState.rows,
      look: await batchLook(context.db, params.id),
      payments: { ...cut, rows: cut.rows.map((row) => ({ ...row, ...(looks.get(row.id) ?? NOTHING) })) },
    };
  },
});
