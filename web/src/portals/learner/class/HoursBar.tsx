import type { ReactElement } from "react";
import { formatNumber } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";

export interface HoursSoFar {
  offlineHours: number;
  onlineHours: number;
  countedHours: number;
  requiredHours: number;
  onlineLimit: number;
}

/** Hours so far: dark in class, light online, with a line at the required hours. */
export function HoursBar({ hours }: { hours: HoursSoFar }): ReactElement {
  const { offlineHours, onlineHours, countedHours, requiredHours, onlineLimit } = hours;
  const online = Math.max(0, countedHours - offlineHours);
  const most = Math.max(requiredHours, countedHours, 1);
  const percent = (value: number) => `${(value / most) * 100}%`;
  // Both have two decimals, their difference in floating point has more: 60 − 20.49.
  const left = Math.max(0, Math.round((requiredHours - countedHours) * 100) / 100);
  return (
    <div className="grid gap-2.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-2xl font-semibold">
          <Hours value={countedHours} of={requiredHours} />
        </span>
        <span className={left > 0 ? "num text-sm text-ink-2" : "text-sm font-medium text-accent"}>
          {left > 0 ? `还差 ${formatNumber(left)} 课时` : "学时已满"}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label="学时"
        aria-valuemin={0}
        aria-valuemax={requiredHours}
        aria-valuenow={Math.min(countedHours, requiredHours)}
        aria-valuetext={`${formatNumber(countedHours)} 课时，要求 ${requiredHours} 课时`}
        className="relative h-3 rounded-sm bg-paper-deep"
      >
        <span className="absolute inset-y-0 left-0 rounded-l-sm bg-accent" style={{ width: percent(offlineHours) }} />
        <span
          className="absolute inset-y-0 bg-accent-line"
          style={{ left: percent(offlineHours), width: percent(online) }}
        />
        <span
          className="absolute -inset-y-1 w-0.5 -translate-x-full bg-turn"
          style={{ left: percent(requiredHours) }}
        />
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-accent" />
          到课 {formatNumber(offlineHours)}
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-accent-line" />
          网上 {formatNumber(onlineHours)}
          {onlineLimit > 0 && `（最多计 ${formatNumber(onlineLimit)}）`}
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="h-3 w-0.5 bg-turn" />
          要求 {formatNumber(requiredHours)}
        </li>
      </ul>
    </div>
  );
}
