import type { ReactElement } from "react";

/** Seats taken and left, as a bar that fills up. */
export function Seats({ capacity, left }: { capacity: number; left: number }): ReactElement {
  const taken = Math.max(0, capacity - left);
  return (
    <div>
      <p className="num text-sm">
        {left > 0 ? (
          <>
            还剩 <strong className="text-lg">{left}</strong> 个名额
          </>
        ) : (
          "没有名额了"
        )}
        <span className="text-ink-3"> / 共 {capacity} 个</span>
      </p>
      <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-sm bg-paper-deep">
        <span
          className="block h-full bg-accent-line"
          style={{ width: `${capacity > 0 ? (taken / capacity) * 100 : 0}%` }}
        />
      </div>
    </div>
  );
}
