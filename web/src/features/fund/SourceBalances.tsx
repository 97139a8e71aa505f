import type { ReactElement } from "react";
import { Link } from "react-router";
import { Money } from "../../kit/Money.tsx";
import { SourceBar, type SourceQuota } from "./SourceBar.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";

export interface SourceBalance extends SourceQuota {
  sourceId: string;
  code: string;
  name: string;
  bankFen: number;
}

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
          <div className="mt-3">
            <SourceBar source={source} />
          </div>
        </li>
      ))}
    </ul>
  );
}
