import type { ReactElement } from "react";

/** Placeholder lines while loading. */
export function Skeleton({ lines = 4 }: { lines?: number }): ReactElement {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">正在读取…</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          aria-hidden
          className="block h-[1em] animate-pulse rounded-sm bg-paper-deep"
          style={{ width: `${[92, 78, 85, 60][index % 4] ?? 80}%` }}
        />
      ))}
    </div>
  );
}
