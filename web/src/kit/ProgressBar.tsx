import type { ReactElement } from "react";

interface ProgressBarProps {
  value: number;
  max: number;
  /** Accessible name. */
  label: string;
  /** A mark that must be reached, on the same scale. */
  target?: number;
}

/** Progress bar, with an optional target line. */
export function ProgressBar({ value, max, label, target }: ProgressBarProps): ReactElement {
  const percent = (part: number) => `${Math.min(100, max > 0 ? (part / max) * 100 : 0)}%`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className="relative h-2.5 rounded-sm bg-paper-deep"
    >
      <span
        className="absolute inset-y-0 left-0 rounded-sm bg-accent print:border-t-8 print:border-accent"
        style={{ width: percent(value) }}
      />
      {target !== undefined && <span className="absolute -inset-y-1 w-0.5 bg-turn" style={{ left: percent(target) }} />}
    </div>
  );
}
