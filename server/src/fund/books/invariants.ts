import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import type { Services } from "../../kernel/services.ts";

/** Invariants of the ledger, each as a query that finds violations. Part of `admin verify`. */
const PROMISES: Record<string, string> = {
  分录不平: `select entry_id::text as what from ledger_posting group by entry_id having sum(amount_fen) <> 0`,
  分录无明细: `select e.id::text as what from ledger_entry e where not exists (select from ledger_posting p where p.entry_id = e.id)`,
  余额与明细不符: `
    select t.account_id::text as what from ledger_total t
    full join (select account_id, sum(amount_fen) as fen from ledger_posting group by account_id) p using (account_id)
    where t.total_fen is distinct from coalesce(p.fen, 0)`,
  每日发生额与明细不符: `
    select coalesce(d.account_id, p.account_id)::text || ' ' || coalesce(d.posted_on, p.posted_on) as what from ledger_day d
    full join (
      select p.account_id, e.posted_on, coalesce(c.benefit, '') as benefit, coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0) as debit,
        coalesce(-sum(p.amount_fen) filter (where p.amount_fen < 0), 0) as credit
      from ledger_posting p join ledger_entry e on e.id = p.entry_id left join claim c on c.id = e.claim_id group by 1, 2, 3) p
      on p.account_id = d.account_id and p.posted_on = d.posted_on and p.benefit = d.benefit
    where (d.debit_fen, d.credit_fen) is distinct from (p.debit, p.credit)`,
  余额低于零: `
    select a.id::text as what from ledger_account a join ledger_posting p on p.account_id = a.id
    where a.floor_at_zero group by a.id having sum(p.amount_fen) < 0`,
  某日余额低于零: `
    select account_id::text || ' ' || min(day)::text as what from (
      select p.account_id, e.posted_on as day, sum(sum(p.amount_fen)) over (partition by p.account_id order by e.posted_on) as fen
      from ledger_posting p join ledger_entry e on e.id = p.entry_id join ledger_account a on a.id = p.account_id
      where a.floor_at_zero group by p.account_id, e.posted_on) daily
    where fen < 0 group by account_id`,
  入账早于来源设立: `
    select e.id::text as what from ledger_entry e join fund_source s on s.id = e.source_id where e.posted_on < s.opened_on`,
  预留与待付申领不符: `
    select a.source_id::text as what from ledger_account a
    left join (select account_id, sum(amount_fen) as fen from ledger_posting group by account_id) p on p.account_id = a.id
    left join (select source_id, sum(approved_fen) as fen from claim
               where state in ('approved', 'publicised', 'objected', 'payable', 'batched') and approved_fen > 0 group by source_id) c on c.source_id = a.source_id
    where a.book = 'quota' and a.code = 'reserved' and coalesce(p.fen, 0) <> coalesce(c.fen, 0)`,
  已付与支出不符: `
    select s.id::text as what from fund_source s
    join lateral (select coalesce(sum(p.amount_fen), 0) as fen from ledger_account a join ledger_posting p on p.account_id = a.id
                  where a.source_id = s.id and a.book = 'quota' and a.code = 'spent') q on true
    join lateral (select coalesce(sum(p.amount_fen), 0) as fen from ledger_account a join ledger_posting p on p.account_id = a.id
                  where a.source_id = s.id and a.book = 'cash' and a.code = 'expense') c on true
    where q.fen <> c.fen`,
  审核人参与付款: `
    select p.id::text as what from payment p join payment_batch b on b.id = p.batch_id join claim_review r on r.claim_id = p.claim_id
    where r.officer_id in (b.made_by, b.released_by)`,
  同一申领重复付款: `
    select claim_id::text as what from payment where state in ('batched', 'sent', 'paid') group by claim_id having count(*) > 1`,
};

export const ledgerVerifier: Verifier = {
  name: "专账",
  async run(services: Services) {
    const differences: string[] = [];
    for (const [promise, query] of Object.entries(PROMISES)) {
      const found = await sql.raw<{ what: string }>(query).execute(services.database);
      differences.push(...found.rows.map((row) => `${promise}：${row.what}`));
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_entry`.execute(services.database);
    return { checked: rows[0]?.n ?? 0, differences };
  },
};
