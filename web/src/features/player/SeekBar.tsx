import type { ReactElement } from "react";
import { formatSeconds } from "../../kit/format.ts";

interface SeekBarProps {
  position: number;
  /** The furthest point that one may go to. */
  furthest: number;
  duration: number;
  onSeek: (seconds: number) => void;
}

/** The bar to seek with; as long as the part that was played, so that it lines up with the bar of credited time. */
export function SeekBar({ position, furthest, duration, onSeek }: SeekBarProps): ReactElement {
  return (
    <label className="relative block before:absolute before:inset-x-0 before:top-1/2 before:h-1.5 before:-translate-y-1/2 before:rounded-full before:bg-line">
      <span className="sr-only">播放位置</span>
      <input
        type="range"
        min={0}
        max={Math.floor(furthest)}
        step={1}
        value={Math.floor(position)}
        aria-valuetext={`${formatSeconds(position)}，可拖到 ${formatSeconds(furthest)}`}
        className="relative block h-(--touch) min-w-(--touch) accent-accent"
        style={{ width: `${duration > 0 ? Math.max(4, (furthest / duration) * 100) : 100}%` }}
        onChange={(event) => onSeek(Number(event.target.value))}
      />
    </label>
  );
}
