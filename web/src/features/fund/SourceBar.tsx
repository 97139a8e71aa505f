import type { ReactElement } from "react";
import { formatYuan } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";

export interface SourceQuota {
  issuedFen: number;
  availableFen: number;
  reservedFen: number;
  spentFen: number;
}

const PARTS = [
  ["spentFen", "已支付", "bg-accent"],
  ["reservedFen", "已核定待付", "bg-turn"],
  ["availableFen", "可用", "bg-paper-deep"],
] as const;

/** A source's issued quota as one bar: paid, promised, left. */
export function SourceBar({ source }: { source: SourceQuota }): ReactElement {
  return (
    <div className="grid gap-2">
      <div
        role="img"
        aria-label={PARTS.map(([key, label]) => `${label} ${formatYuan(source[key])} 元`).join("，")}
        className="flex h-2.5 overflow-hidden rounded-sm border border-line"
      >
        {PARTS.map(([key, , colour]) => (
          <span
            key={key}
            className={colour}
            style={{ width: `${(source[key] / Math.max(1, source.issuedFen)) * 100}%` }}
          />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
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
    </div>
  );
}
