import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import type { TraceNode } from "../../kit/staff/TraceLine.tsx";
import { LedgerLines } from "./LedgerLines.tsx";
import type { LedgerEntry, PaymentTrace } from "./trace-types.ts";

const num = (text: string) => <span className="num">{text}</span>;

/** Portals that may open a payment batch. */
const WITH_BATCHES: ReadonlySet<string> = new Set(["/finance", "/audit"]);

/** The payment: payee, and the bank's answer. */
export function paymentNode(payment: PaymentTrace["payment"], href?: string): TraceNode {
  return {
    id: `payment-${payment.id}`,
    icon: "money",
    kind: `付款 · ${payment.stateLabel}`,
    ...(payment.settledOn === null ? {} : { on: payment.settledOn }),
    title: <Money fen={payment.amountFen} exact />,
    ...(href === undefined ? {} : { href }),
    facts: [
      { label: "付款编号", value: num(payment.number) },
      { label: "收款人", value: payment.payeeName },
      { label: "收款账户", value: num(`${payment.bankName} ${payment.accountMasked}`) },
      { label: "银行流水号", value: num(payment.bankReference ?? "—") },
      ...(payment.returnReason === null ? [] : [{ label: "退回原因", value: payment.returnReason }]),
    ],
  };
}

/** The batch that carried it, made by one and released by another. */
export function batchNode(batch: PaymentTrace["batch"], base: string): TraceNode {
  return {
    id: `batch-${batch.id}`,
    icon: "table",
    kind: `批次 · ${batch.stateLabel}`,
    on: formatInstant(batch.releasedAt ?? batch.madeAt),
    title: `拨付批次 ${batch.number}`,
    ...(WITH_BATCHES.has(base) ? { href: `${base}/batches/${batch.id}` } : {}),
    facts: [
      { label: "资金来源", value: batch.source.name },
      {
        label: "本批",
        value: (
          <span className="num">
            {batch.count} 笔，共 <Money fen={batch.totalFen} exact />
          </span>
        ),
      },
      { label: "编制", value: num(`${batch.maker} ${formatInstant(batch.madeAt)}`) },
      {
        label: "复核放款",
        value:
          batch.releaser === null || batch.releasedAt === null
            ? "尚未放款"
            : num(`${batch.releaser} ${formatInstant(batch.releasedAt)}`),
      },
    ],
  };
}

/** Ledger entries of the payment. */
export function ledgerNode(entries: readonly LedgerEntry[]): TraceNode {
  const debits = entries.flatMap((entry) => entry.postings).filter((posting) => posting.amountFen > 0);
  const credits = entries.flatMap((entry) => entry.postings).filter((posting) => posting.amountFen < 0);
  const sum = (of: typeof debits) => of.reduce((total, posting) => total + Math.abs(posting.amountFen), 0);
  const balanced = sum(debits) === sum(credits);
  return {
    id: "ledger",
    icon: "chart",
    kind: "专账",
    title: entries.length === 0 ? "还没有分录" : `${entries.length} 笔分录，借贷${balanced ? "相等" : "不相等"}`,
    ...(entries.length === 0 ? {} : { evidence: <LedgerLines entries={entries} /> }),
  };
}
