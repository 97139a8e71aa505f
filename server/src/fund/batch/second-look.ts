import { z } from "zod";
import { stopsOn } from "../../entitlement/index.ts";
import { type Database, sql } from "../../kernel/database.ts";

/** Facts about a payment that the second officer must know before money leaves. */
export const PaymentLook = z.object({
  stop: z.string().nullable().describe("不能拨付的原因，如异议未答复、撤销待确认、证书已撤销"),
  earlier: z
    .object({
      number: z.string(),
      paidOn: z.string().nullable().describe("到账过的日期；没有到账过为空"),
      returnedOn: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe("同一申请此前被退回的付款：本笔是再次付款"),
  accountChangedOn: z.string().nullable().describe("公示开始后换过的收款账户，换的日期"),
  accountReplacedOn: z.string().nullable().describe("编批后收款人又换了账户，本笔仍付到原账户"),
});
export type PaymentLook = z.output<typeof PaymentLook>;

/** Sums of what the second officer must look at, over the payments still in the batch. */
export const BatchLook = z.object({
  payees: z.number().int().describe("收款账户数：同一单位的多笔付款算一个"),
  stopped: z.number().int(),
  paidBefore: z.number().int(),
  accountChanged: z.number().int(),
});

/** Earlier payment of the same claim that came back, and changes of the account, for payment `p`, its claim `c` and account `a`. */
const looked = sql`
  left join lateral (
    select x.number, x.settled_on, x.return_reason, (
      select max(e.posted_on) from ledger_entry e where e.payment_id = x.id and e.kind = 'paid') as paid_on
    from payment x where x.claim_id = p.claim_id and x.id <> p.id and x.state = 'returned' order by x.settled_on desc limit 1) earlier on true
  left join lateral (
    select (a.created_at at time zone 'Asia/Shanghai')::date as changed_on
    where (exists (select from payee_account was where was.replaced_at <= a.created_at and was.id <> a.id and was.person_id = a.person_id)
        or exists (select from payee_account was where was.replaced_at <= a.created_at and was.id <> a.id and was.organisation_id = a.organisation_id))
      and a.created_at >= coalesce(c.publicised_from::timestamp at time zone 'Asia/Shanghai', c.created_at)) changed on true`;

/** Each payment's look, by id. */
export async function looksOf(db: Database, paymentIds: readonly string[]): Promise<Map<string, PaymentLook>> {
  const { rows } = await sql<{
    id: string;
    claim_id: string;
    live: boolean;
    number: string | null;
    paid_on: string | null;
    returned_on: string | null;
    reason: string | null;
    changed_on: string | null;
    replaced_on: string | null;
  }>`
    select p.id, p.claim_id, p.state = 'batched' as live, earlier.number, earlier.paid_on, earlier.settled_on as returned_on,
      earlier.return_reason as reason, changed.changed_on, (a.replaced_at at time zone 'Asia/Shanghai')::date as replaced_on
    from payment p join claim c on c.id = p.claim_id join payee_account a on a.id = p.payee_account_id ${looked}
    where p.id = any(${[...paymentIds]}::uuid[])`.execute(db);
  const stops = await stopsOn(
    db,
    rows.filter((row) => row.live).map((row) => row.claim_id),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        stop: (row.live ? stops.get(row.claim_id)?.label : undefined) ?? null,
        earlier:
          row.number === null
            ? null
            : { number: row.number, paidOn: row.paid_on, returnedOn: row.returned_on, reason: row.reason },
        accountChangedOn: row.changed_on,
        accountReplacedOn: row.live ? row.replaced_on : null,
      },
    ]),
  );
}

/** The look of a whole batch. */
export async function batchLook(db: Database, batchId: string): Promise<z.output<typeof BatchLook>> {
  const { rows } = await sql<z.output<typeof BatchLook>>`
    select count(distinct p.payee_account_id)::int as payees,
      count(*) filter (where p.state = 'batched'
        and claim_stop(c.id, c.class_id, c.person_id, c.organisation_id, c.certificate_id) is not null)::int as stopped,
      count(*) filter (where earlier.number is not null)::int as "paidBefore",
      count(*) filter (where changed.changed_on is not null or (p.state = 'batched' and a.replaced_at is not null))::int as "accountChanged"
    from payment p join claim c on c.id = p.claim_id join payee_account a on a.id = p.payee_account_id ${looked}
    where p.batch_id = ${batchId} and p.state <> 'cancelled'`.execute(db);
  return rows[0] ?? { payees: 0, stopped: 0, paidBefore: 0, accountChanged: 0 };
}
