import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { SourceBar } from "../../features/fund/SourceBar.tsx";
import { Money } from "../../kit/Money.tsx";

type Source = Output<Api["homes"]["bureau"]>["sources"][number];

/** Quota of each source as one bar: paid, reserved, available. */
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
          <SourceBar source={source} />
        </li>
      ))}
    </ul>
  );
}
