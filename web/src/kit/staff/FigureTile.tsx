import type { ReactElement } from "react";
import { Link } from "../Link.tsx";
import { formatNumber, formatShort } from "../format.ts";

interface FigureTileProps {
  title: string;
  value: number;
  /** 人次 / 人 / 元 / 课时 / %. */
  unit: string;
  /** Target value. */
  target?: { value: number; label: string };
  /** Earlier values, oldest first, for the small line. */
  trend?: readonly number[];
  /** Change in words: 比上月多 1,204 人次. */
  change?: string;
  /** The rows behind it. */
  href?: string;
}

/** A figure with unit, target and trend; links to the rows behind it. */
export function FigureTile({ title, value, unit, target, trend, change, href }: FigureTileProps): ReactElement {
  const content = (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="text-ink-2">{title}</span>
        {trend !== undefined && <Spark values={trend} />}
      </span>
      <span className="num mt-1 block" title={`${formatNumber(value)} ${unit}`}>
        <span className="text-3xl font-semibold tracking-tight">{formatShort(value)}</span>
        <span className="ml-1.5 text-ink-2">{unit}</span>
      </span>
      {target !== undefined && (
        <span className="mt-2 block">
          <span aria-hidden className="relative block h-1.5 rounded-sm bg-paper-deep">
            <span
              className="absolute inset-y-0 left-0 rounded-sm bg-accent"
              style={{ width: `${Math.min(100, (value / Math.max(1e-9, target.value)) * 100)}%` }}
            />
            <span className="absolute -top-1 right-0 -bottom-1 w-0.5 bg-turn" />
          </span>
          <span className="num mt-1.5 flex justify-between gap-3 text-xs text-ink-2">
            <span>已完成 {Math.round((value / Math.max(1e-9, target.value)) * 1000) / 10}%</span>
            <span>
              {target.label} {formatShort(target.value)} {unit}
            </span>
          </span>
        </span>
      )}
      {change !== undefined && <span className="num mt-1.5 block text-xs text-ink-2">{change}</span>}
    </>
  );
  const className = "block rounded-md border border-line bg-sheet p-4";
  return href === undefined ? (
    <div className={className}>{content}</div>
  ) : (
    <Link to={href} className={`${className} hover:border-accent`}>
      {content}
    </Link>
  );
}

function Spark({ values }: { values: readonly number[] }): ReactElement {
  const most = Math.max(1, ...values);
  const points = values.map(
    (value, index) => `${(index / Math.max(1, values.length - 1)) * 76 + 2},${20 - (value / most) * 17}`,
  );
  const last = points.at(-1)?.split(",") ?? ["0", "0"];
  return (
    <svg viewBox="0 0 82 22" width="82" height="22" aria-hidden className="shrink-0" fill="none">
      <path d="M2 20.5h78" stroke="var(--color-line)" />
      <polyline points={points.join(" ")} stroke="var(--color-accent)" strokeWidth="1.6" strokeLinejoin="round" />
      <circle cx={last[0]} cy={last[1]} r="2.4" fill="var(--color-turn)" />
    </svg>
  );
}
