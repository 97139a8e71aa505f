import type { ReactElement } from "react";
import { formatNumber } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";

interface HoursFigureProps {
  hours: { required: number; offline: number; online: number; sessionsMarked: number };
}

/** Hours in class and online, with a mark at the required hours. */
export function HoursFigure({ hours }: HoursFigureProps): ReactElement {
  const { required, offline, online } = hours;
  const most = Math.max(required * 1.1, offline + online, 1);
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <div>
      <div
        role="img"
        aria-label={`到课 ${formatNumber(offline)} 课时，线上 ${formatNumber(online)} 课时，要求 ${formatNumber(required)} 课时`}
        className="relative h-2.5 rounded-sm bg-paper-deep"
      >
        <span className="absolute inset-y-0 left-0 rounded-l-sm bg-accent" style={{ width: share(offline) }} />
        <span className="absolute inset-y-0 bg-accent-line" style={{ left: share(offline), width: share(online) }} />
        <span className="absolute -inset-y-1 w-0.5 bg-turn" style={{ left: share(required) }} />
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 text-sm text-ink-2">
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-accent" />
          到课 <Hours value={offline} />
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 rounded-sm bg-accent-line" />
          线上 <Hours value={online} />
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="h-3 w-0.5 bg-turn" />
          要求 <Hours value={required} />
        </li>
        <li className="num">点名 {hours.sessionsMarked} 次</li>
      </ul>
    </div>
  );
}
