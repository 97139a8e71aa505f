import { stateWord } from "@jinengtong/words";
import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";

export type Batch = Output<Api["batches"]["show"]>;

/** Points that the second officer compares before the release, with their counts. */
function lookFacts({ look }: Batch) {
  return [
    { label: "收款账户", value: look.payees, unit: "个" },
    { label: "不能放款", value: look.stopped, unit: "笔" },
    { label: "再次付款", value: look.paidBefore, unit: "笔" },
    { label: "换过账户", value: look.accountChanged, unit: "笔" },
  ]
    .filter((fact) => fact.value > 0)
    .map(({ label, value, unit }) => ({ label, value: <span className="num">{`${value} ${unit}`}</span> }));
}

/** Totals of a batch, its maker and releaser, progress of its payments, and the digest of the bank's file. */
export function BatchSums({ batch }: { batch: Batch }): ReactElement {
  return (
    <section className="grid gap-4 rounded-md border border-line bg-sheet p-4 lg:grid-cols-[auto_1fr] lg:items-center lg:gap-10">
      <div>
        <Money fen={batch.totalFen} exact size="display" />
        <p className="num mt-1 text-ink-2">{batch.count} 笔</p>
      </div>
      <FactList
        columns={3}
        facts={[
          { label: "资金来源", value: batch.sourceName },
          { label: "编制", value: <span className="num">{`${batch.madeBy} ${formatInstant(batch.madeAt)}`}</span> },
          {
            label: "复核放款",
            value:
              batch.releasedBy === null || batch.releasedAt === null ? (
                "待另一位财政人员复核"
              ) : (
                <span className="num">{`${batch.releasedBy} ${formatInstant(batch.releasedAt)}`}</span>
              ),
          },
          ...lookFacts(batch),
          ...batch.byState.map((part) => ({
            label: stateWord("payment", part.state).label,
            value: (
              <span className="num">
                {part.count} 笔，
                <Money fen={part.fen} exact />
              </span>
            ),
          })),
          ...(batch.bankFileDigest === null
            ? []
            : [
                {
                  label: "银行文件指纹",
                  wide: true,
                  value: <code className="num font-mono text-xs break-all">{batch.bankFileDigest}</code>,
                },
              ]),
        ]}
      />
    </section>
  );
}
