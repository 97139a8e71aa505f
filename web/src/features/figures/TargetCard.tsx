import type { ReactElement, ReactNode } from "react";
import { cx } from "../../kit/cx.ts";
import { formatNumber } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { TargetTrend } from "./TargetTrend.tsx";
import { exact, scopeOf, short, type Progress } from "./target-words.ts";

/** A target with its progress, line and trend. */
export function TargetCard({ row, actions }: { row: Progress; actions: ReactNode }): ReactElement {
  const percent = row.percent ?? 0;
  return (
    <article data-print="keep" className="flex flex-col rounded-md border border-line bg-sheet p-4 lg:p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg font-semibold">{row.label}</h3>
        <span className="num text-sm text-ink-3">条款 {row.clause}</span>
      </header>
      <p className="text-sm text-ink-2">{scopeOf(row)}</p>
      <p className="num mt-3 flex flex-wrap items-baseline gap-x-2">
        {row.reached === null ? (
          <span className="text-xl text-ink-2">还没有数据</span>
        ) : (
          <span title={exact(row.reached, row)}>
            <span className="text-4xl font-semibold tracking-tight">{short(row.reached, row)}</span>
            <span className="ml-1 text-ink-2">{row.unit}</span>
          </span>
        )}
        <span className="ml-auto text-ink-2" title={exact(row.value, row)}>
          目标{" "}
          <strong className="font-semibold text-turn">
            {short(row.value, row)} {row.unit}
          </strong>
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={`${row.label}完成`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
        className="relative mt-2 h-3 bg-paper-deep"
      >
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: `${Math.min(100, percent)}%` }} />
        <span
          className={cx("absolute -inset-y-1 w-0.5 bg-turn", percent > 100 ? "" : "right-0")}
          style={percent > 100 ? { left: `${(100 / percent) * 100}%` } : {}}
        />
      </div>
      <p className="num mt-1.5 flex justify-between gap-4 text-sm">
        {percent >= 100 ? (
          <StatusMark kind="done">已达到</StatusMark>
        ) : (
          <span className="text-ink-2">{row.percent === null ? "—" : `完成 ${formatNumber(row.percent)}%`}</span>
        )}
        {row.reached !== null && row.reached < row.value && (
          <span className="text-ink-2">
            还差 {short(row.value - row.reached, row)} {row.unit === "%" ? "个百分点" : row.unit}
          </span>
        )}
      </p>
      <div className="mt-4">
        {row.trend.length > 1 ? (
          <TargetTrend row={row} />
        ) : (
          <p className="text-sm text-ink-3">
            {row.trend.length === 1 ? "只有一个月有数，还看不出走势。" : "还没有发生，有了数就画出走势。"}
          </p>
        )}
      </div>
      <footer className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-3">
        <span className="text-xs text-ink-3">数据来源：{row.source}</span>
        <span data-print="hide" className="flex gap-1">
          {actions}
        </span>
      </footer>
    </article>
  );
}
