import type { ReactElement } from "react";
import { formatNumber } from "../../kit/format.ts";
import type { Evidence } from "./trace-types.ts";

/** Counted hours by source, against the required hours. */
export function HoursBar({ hours }: { hours: NonNullable<Evidence["hours"]> }): ReactElement {
  const most = Math.max(hours.countedHours, hours.required, 1);
  const online = Math.max(0, hours.countedHours - hours.offlineHours);
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <figure>
      <div className="relative flex h-5 bg-paper-deep" aria-hidden>
        <span className="bg-accent" style={{ width: share(Math.min(hours.offlineHours, hours.countedHours)) }} />
        <span className="border-l border-white" style={{ width: share(online), background: "var(--color-series-3)" }} />
        <span
          className="absolute -top-1 -bottom-1 w-0.5 bg-turn"
          style={{ left: `calc(${share(hours.required)} - 2px)` }}
        />
      </div>
      <figcaption className="num mt-2 flex flex-wrap gap-x-6 gap-y-1">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3 bg-accent" />
          线下 {formatNumber(hours.offlineHours)} 课时
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-3" style={{ background: "var(--color-series-3)" }} />
          线上 {formatNumber(hours.onlineHours)} 课时
        </span>
        <span className="inline-flex items-center gap-1.5 text-turn">
          <span aria-hidden className="h-3 w-0.5 bg-turn" />
          规定 {formatNumber(hours.required)} 课时
        </span>
        <span className="text-ink-2">出勤率 {formatNumber(hours.attendancePercent)}%</span>
        <span className="text-ink-2">
          {hours.examPassed === null ? "没有考核成绩" : hours.examPassed ? "考核合格" : "考核不合格"}
        </span>
      </figcaption>
    </figure>
  );
}
