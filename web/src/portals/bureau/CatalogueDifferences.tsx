import type { ReactElement } from "react";
import { cx } from "../../kit/cx.ts";
import { Empty } from "../../kit/Empty.tsx";
import type { Difference } from "./catalogue-lists.ts";
import { ScrollArea } from "../../kit/ScrollArea.tsx";

const kinds = {
  added: { sign: "＋", word: "新增", tone: "bg-accent-soft text-accent" },
  changed: { sign: "改", word: "调整", tone: "bg-turn-soft text-turn" },
  removed: { sign: "－", word: "删去", tone: "bg-refuse-soft text-refuse" },
} as const;

/** Changes between two versions, one sentence each. */
export function CatalogueDifferences({ differences }: { differences: readonly Difference[] }): ReactElement {
  if (differences.length === 0) return <Empty title="没有差别">两版内容相同。</Empty>;
  return (
    <ScrollArea label="改动" className="max-h-96 border-y border-line">
      <ul className="divide-y divide-line">
        {differences.map((difference) => {
          const kind = kinds[difference.kind];
          return (
            <li key={`${difference.kind}-${difference.key}`} className="flex items-baseline gap-3 py-1.5">
              <span className={cx("grid size-6 shrink-0 place-items-center rounded-sm text-sm", kind.tone)} aria-hidden>
                {kind.sign}
              </span>
              <span className="num">{difference.sentence}</span>
            </li>
          );
        })}
      </ul>
    </ScrollArea>
  );
}
