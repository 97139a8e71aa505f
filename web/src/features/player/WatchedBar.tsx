import type { ReactElement } from "react";
import { cx } from "../../kit/cx.ts";
import { formatSeconds } from "../../kit/format.ts";

/** `[from, to]` in seconds of the lesson. */
export type Interval = readonly [number, number];

interface WatchedBarProps {
  intervals: readonly Interval[];
  duration: number;
  /** Seconds at the end of the credited part that count only once the open question is answered. */
  unconfirmed?: number;
  /** The handle of a player, over the bar. */
  seek?: ReactElement;
}

/** Credited parts of a lesson: dark is credited, light isn't yet. */
export function WatchedBar({ intervals, duration, unconfirmed = 0, seek }: WatchedBarProps): ReactElement {
  const credited = intervals.reduce((sum, [from, to]) => sum + (to - from), 0);
  const percent = (seconds: number) => (duration > 0 ? (seconds / duration) * 100 : 0);
  return (
    <div>
      <div className={cx("relative flex items-center", seek !== undefined && "h-(--touch)")}>
        <svg
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          role="img"
          aria-label={`已计 ${formatSeconds(credited)}，共 ${formatSeconds(duration)}`}
          className="block h-3 w-full overflow-hidden rounded-sm"
        >
          <rect width="100" height="6" fill="var(--color-paper-deep)" />
          {intervals.map(([from, to]) => (
            <rect
              key={from}
              x={percent(from)}
              width={Math.max(0.2, percent(to - from))}
              height="6"
              fill="var(--color-accent)"
            />
          ))}
        </svg>
        {seek}
      </div>
      <p className="num mt-1 flex justify-between text-sm text-ink-2">
        <span>
          已计 {formatSeconds(credited)}
          {unconfirmed > 0 && `，其中 ${formatSeconds(unconfirmed)} 答对这一题后算数`}
        </span>
        <span>共 {formatSeconds(duration)}</span>
      </p>
    </div>
  );
}
