import type { ReactElement } from "react";
import { formatInstant } from "../../kit/format.ts";

/** Things that were done for somebody, oldest first. */
export function ActList({ acts }: { acts: readonly { operation: string; at: string }[] }): ReactElement {
  if (acts.length === 0) return <p className="text-ink-2">没有办理事项。</p>;
  return (
    <ul className="divide-y divide-line">
      {acts.map((act) => (
        <li key={`${act.at} ${act.operation}`} className="flex flex-wrap justify-between gap-x-4 py-1.5">
          <span>{act.operation}</span>
          <span className="num text-sm text-ink-2">{formatInstant(act.at)}</span>
        </li>
      ))}
    </ul>
  );
}
