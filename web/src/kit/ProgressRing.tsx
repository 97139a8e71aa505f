import type { ReactElement, ReactNode } from "react";

interface ProgressRingProps {
  value: number;
  max: number;
  label: string;
  /** Label in the ring; default the percentage. */
  children?: ReactNode;
  /** Width in em, so that it grows with the type. */
  size?: number;
}

/** A share of a whole as a ring. */
export function ProgressRing({ value, max, label, children, size = 7 }: ProgressRingProps): ReactElement {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  const around = 2 * Math.PI * 44;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className="relative inline-grid shrink-0 place-items-center"
      style={{ width: `${size}em`, height: `${size}em` }}
    >
      <svg viewBox="0 0 100 100" className="absolute inset-0" aria-hidden fill="none">
        <circle cx="50" cy="50" r="44" stroke="var(--color-paper-deep)" strokeWidth="7" />
        <circle
          cx="50"
          cy="50"
          r="44"
          stroke="var(--color-accent)"
          strokeWidth="7"
          strokeDasharray={`${share * around} ${around}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <span className="num relative text-center leading-tight">
        {children ?? <span className="text-xl font-semibold">{Math.round(share * 100)}%</span>}
      </span>
    </div>
  );
}
