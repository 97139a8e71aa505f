import type { ReactElement } from "react";
import type { Output } from "../api/client.ts";
import { formatYuan } from "../ui/format.ts";
import { Money } from "../ui/Money.tsx";

type Source = Output<"GET /api/v1/bureau/home">["sources"][number];

const PARTS = [
  ["spentFen", "已支付", "bg-accent"],
  ["reservedFen", "已核定待付", "bg-turn"],
  ["availableFen", "可用", "bg-paper-deep"],
] as const;

/** Each source's quota as one line: paid, promised, left to grant. */
export function QuotaBars({ sources }: { sources: readonly Source[] }): ReactElement {
  if (sources.length === 0) return <p className="py-2 text-ink-2">财政还没有设立资金来源。</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sources.map((source) => (
        <li key={source.sourceId} className="grid gap-x-4 gap-y-1 py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{source.name}</span>
            <span className="text-sm text-ink-2">
              下达 <Money fen={source.issuedFen} />
            </span>
          </p>
          <div
            role="img"
            aria-label={PARTS.map(([key, label]) => `${label} ${formatYuan(source[key])} 元`).join("，")}
            className="flex h-2 overflow-hidden rounded-sm border border-line"
          >
            {PARTS.map(([key, , colour]) => (
              <span
                key={key}
                className={colour}
                style={{ width: `${(source[key] / Math.max(1, source.issuedFen)) * 100}%` }}
              />
            ))}
          </div>
          <dl className="flex flex-wrap gap-x-6 text-sm">
            {PARTS.map(([key, label, colour]) => (
              <div key={key} className="flex items-center gap-1.5">
                <span aria-hidden className={`inline-block size-2.5 rounded-sm border border-line ${colour}`} />
                <dt className="text-ink-2">{label}</dt>
                <dd>
                  <Money fen={source[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
