import type { ReactElement } from "react";
import { formatSeconds } from "../../kit/format.ts";

interface SeekBarProps {
  position: number;
  /** The furthest point that one may go to. */
  furthest: number;
  duration: number;
  onSeek: (seconds: number) => void;
}

/** The handle to seek with, over the bar of credited time; it goes as far as was played. */
export function SeekBar({ position, furthest, duration, onSeek }: SeekBarProps): ReactElement {
  return (
    <label className="absolute inset-0">
      <span className="sr-only">播放位置</span>
      <input
        type="range"
        min={0}
        max={Math.floor(furthest)}
        step={1}
        value={Math.floor(position)}
        aria-valuetext={`${formatSeconds(position)}，可拖到 ${formatSeconds(furthest)}`}
        className="seek block h-full min-w-(--touch)"
        style={{ width: `${duration > 0 ? Math.max(4, (furthest / duration) * 100) : 100}%` }}
        onChange={(event) => onSeek(Number(event.target.value))}
      />
    </label>
  );
}
