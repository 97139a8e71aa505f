import type { ReactElement } from "react";
import type { Interval } from "../player/WatchedBar.tsx";
import { formatSeconds } from "../../kit/format.ts";

export interface WatchLane {
  id: string;
  title: string;
  duration: number;
  credited: readonly Interval[];
  /** Claimed by the player and not credited, with the reason. */
  refused?: readonly { interval: Interval; reason: string }[];
  /** Check moments, in seconds of the lesson. */
  checks?: readonly { at: number; passed: boolean }[];
}

interface WatchMapProps {
  lanes: readonly WatchLane[];
  caption: string;
}

/** Watched time of a person, lesson by lesson: credited, claimed but not credited, and checks. */
export function WatchMap({ lanes, caption }: WatchMapProps): ReactElement {
  const longest = Math.max(1, ...lanes.map((lane) => lane.duration));
  return (
    <figure>
      <ul className="grid gap-2.5" aria-label={caption}>
        {lanes.map((lane) => (
          <Lane key={lane.id} lane={lane} longest={longest} />
        ))}
      </ul>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        <Key swatch="bg-accent">已计入</Key>
        <Key swatch="bg-paper-deep">没有看</Key>
        <Key swatch="border border-refuse bg-refuse-soft">上报但未计入</Key>
        <span>▲ 通过抽查　△ 错过抽查</span>
      </figcaption>
    </figure>
  );
}

function Lane({ lane, longest }: { lane: WatchLane; longest: number }): ReactElement {
  const credited = lane.credited.reduce((sum, [from, to]) => sum + to - from, 0);
  const x = (seconds: number) => (seconds / Math.max(1, lane.duration)) * 100;
  return (
    <li>
      <p className="flex justify-between gap-4 text-sm">
        <span>{lane.title}</span>
        <span className="num text-ink-2">
          {formatSeconds(credited)} / {formatSeconds(lane.duration)}
        </span>
      </p>
      <div className="relative" style={{ width: `${(lane.duration / longest) * 100}%` }}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="block h-3.5 w-full" aria-hidden>
          <rect width="100" height="10" fill="var(--color-paper-deep)" />
          {lane.refused?.map(({ interval: [from, to], reason }) => (
            <rect
              key={`r${from}`}
              x={x(from)}
              width={x(to - from)}
              height="10"
              fill="var(--color-refuse-soft)"
              stroke="var(--color-refuse)"
              vectorEffect="non-scaling-stroke"
            >
              <title>{`${formatSeconds(from)}–${formatSeconds(to)} 未计入：${reason}`}</title>
            </rect>
          ))}
          {lane.credited.map(([from, to]) => (
            <rect key={from} x={x(from)} width={Math.max(0.2, x(to - from))} height="10" fill="var(--color-accent)">
              <title>{`${formatSeconds(from)}–${formatSeconds(to)} 已计入`}</title>
            </rect>
          ))}
        </svg>
        <div className="relative h-3.5 text-xs leading-none">
          {lane.checks?.map((check) => (
            <span
              key={check.at}
              className={check.passed ? "absolute -ml-[0.5em] text-accent" : "absolute -ml-[0.5em] text-refuse"}
              style={{ left: `${x(check.at)}%` }}
              title={`${formatSeconds(check.at)} 抽查${check.passed ? "通过" : "错过"}`}
            >
              {check.passed ? "▲" : "△"}
            </span>
          ))}
        </div>
      </div>
      <p className="sr-only">
        {lane.refused?.map(
          ({ interval, reason }) =>
            `${formatSeconds(interval[0])} 至 ${formatSeconds(interval[1])} 未计入：${reason}。`,
        )}
      </p>
    </li>
  );
}

function Key({ swatch, children }: { swatch: string; children: string }): ReactElement {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`h-3 w-5 rounded-sm ${swatch}`} />
      {children}
    </span>
  );
}
