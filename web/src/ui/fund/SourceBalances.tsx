import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatYuan } from "../format.ts";
import { Money } from "../Money.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";

export interface SourceBalance {
  sourceId: string;
  code: string;
  name: string;
  issuedFen: number;
  availableFen: number;
  reservedFen: number;
  spentFen: number;
  bankFen: number;
}

const PARTS = [
  ["spentFen", "已支付", "bg-accent"],
  ["reservedFen", "已核定待付", "bg-turn"],
  ["availableFen", "可用", "bg-paper-deep"],
] as const;

/** Each source as one bar of its issued quota: paid, promised, left. */
export function SourceBalances({ sources }: { sources: readonly SourceBalance[] }): ReactElement {
  const base = usePortalBase();
  if (sources.length === 0)
    return <p className="py-2 text-ink-2">还没有设立资金来源。请先到“资金来源”设立并下达额度。</p>;
  return (
    <ul className="grid gap-3">
      {sources.map((source) => (
        <li key={source.sourceId} className="rounded-md border border-line bg-sheet p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link to={`${base}/statements?source=${source.sourceId}`} className="font-semibold hover:text-accent">
              {source.name}
            </Link>
            <span className="text-sm text-ink-2">
              下达 <Money fen={source.issuedFen} /> · 专户存款 <Money fen={source.bankFen} />
            </span>
          </div>
          <div
            role="img"
            aria-label={PARTS.map(([key, label]) => `${label} ${formatYuan(source[key])} 元`).join("，")}
            className="mt-3 flex h-2.5 overflow-hidden rounded-sm border border-line"
          >
            {PARTS.map(([key, , colour]) => (
              <span
                key={key}
                className={colour}
                style={{ width: `${(source[key] / Math.max(1, source.issuedFen)) * 100}%` }}
              />
            ))}
          </div>
          <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-sm">
            {PARTS.map(([key, label, colour]) => (
              <div key={key} className="flex items-center gap-2">
                <span aria-hidden className={`inline-block size-2.5 rounded-[2px] border border-line ${colour}`} />
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
