import type { ReactElement } from "react";
import { formatNumber } from "./format.ts";

/** Class hours (1 课时 = 45 minutes), optionally against what is required. */
export function Hours({ value, of }: { value: number; of?: number }): ReactElement {
  return (
    <span className="num whitespace-nowrap">
      {formatNumber(value)}
      {of !== undefined && <span className="text-ink-2"> / {formatNumber(of)}</span>}
      <span className="ml-1 text-[0.92em]">课时</span>
    </span>
  );
}
