import { z } from "zod";
import { payeeAccount } from "../../entitlement/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Figure, Queue } from "./home-shapes.ts";
import { SourceBalance, sourceBalances } from "./source-balances.ts";

interface Counts {
  payable: number;
  payable_fen: number;
  no_account: number;
  drafts: number;
  to_release: number;
  to_send: number;
  at_bank: number;
  bounced: number;
  clawbacks: number;
  clawbacks_late: number;
  clawback_fen: number;
  ends: number;
  corrections: number;
}

/** Finance's home: payable claims, batches by next step, returned payments, and each source's quota and cash. */
export const financeHome = operation({
  method: "GET",
  path: "/api/v1/finance/home",
  summary: "财政首页",
  permission: { roles: ["finance"] },
  carriedBy: { "/finance": "" },
  output: z.object({ queues: z.array(Queue), figures: z.array(Figure), sources: z.array(SourceBalance) }),
  async run({ db, actor, today }) {
    const [found, sources] = await Promise.all([
      sql<Counts>`
        select k.*, b.*, w.*,
          (select count(*)::int from claim c where c.state = 'payable' and starts_with(c.region, ${actor.region})
            and exists (select from payment p where p.claim_id = c.id and p.state = 'returned')) as bounced,
          (select count(*)::int from ledger_correction k join ledger_entry e on e.id = k.entry_id join fund_source s on s.id = e.source_id
            where k.decided_by is null and k.asked_by <> ${actor.accountId} and e.made_by is distinct from ${actor.accountId}::uuid
              and starts_with(s.region, ${actor.region})) as corrections
        from (
          select count(*)::int as payable, coalesce(sum(c.approved_fen), 0)::bigint as payable_fen,
            count(*) filter (where ${payeeAccount} is null)::int as no_account
          from claim c where c.state = 'payable' and c.approved_fen > 0 and starts_with(c.region, ${actor.region})) k
        cross join (
          select count(*) filter (where state = 'draft')::int as drafts,
            count(*) filter (where state = 'submitted' and made_by <> ${actor.accountId})::int as to_release,
            count(*) filter (where state = 'released')::int as to_send,
            count(*) filter (where state = 'sent')::int as at_bank
          from payment_batch where starts_with(region, ${actor.region})) b
        cross join (
          select count(*)::int as clawbacks, count(*) filter (where w.due_on < ${today})::int as clawbacks_late,
            coalesce(sum(w.amount_fen), 0)::bigint as clawback_fen,
            count(*) filter (where w.demanded_by <> ${actor.accountId} and exists (
              select from clawback_end e where e.clawback_id = w.id and e.decided_by is null and e.asked_by <> ${actor.accountId}))::int as ends
          from clawback w join claim c on c.id = w.claim_id where w.state = 'demanded' and starts_with(c.region, ${actor.region})) w`.execute(
        db,
      ),
      sourceBalances(db, actor.region),
    ]);
    const n = found.rows[0] as Counts;
    return {
      queues: [
        { code: "payables", label: "待编批的补贴", count: n.payable },
        { code: "payees-without-account", label: "收款人未登记账户", count: n.no_account },
        { code: "batches-draft", label: "未提交的拨付批次", count: n.drafts },
        { code: "batches-to-release", label: "待您复核放款的批次", count: n.to_release },
        { code: "batches-to-send", label: "已放款待送银行", count: n.to_send },
        { code: "batches-at-bank", label: "待银行回盘", count: n.at_bank },
        { code: "payments-returned", label: "银行退回待处理", count: n.bounced },
        { code: "clawbacks", label: "追回中", count: n.clawbacks, overdue: n.clawbacks_late },
        { code: "clawback-ends", label: "待您决定是否结束的追回", count: n.ends },
        { code: "corrections", label: "待您决定的更正登记", count: n.corrections },
      ],
      figures: [
        { code: "payable", label: "待拨付金额", value: n.payable_fen, unit: "元" },
        { code: "clawback", label: "追回中金额", value: n.clawback_fen, unit: "元" },
        { code: "available", label: "可用额度", value: sum(sources.map((s) => s.availableFen)), unit: "元" },
        { code: "reserved", label: "已核定待付", value: sum(sources.map((s) => s.reservedFen)), unit: "元" },
        { code: "spent", label: "已支付", value: sum(sources.map((s) => s.spentFen)), unit: "元" },
      ] satisfies Figure[],
      sources,
    };
  },
});

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
