import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Takes the whole width. */
  wide?: boolean;
}

/** Facts as label and value. One column on a phone; two or three where there is room. */
export function FactList({ facts, columns = 2 }: { facts: readonly Fact[]; columns?: 1 | 2 | 3 }): ReactElement {
  return (
    <dl
      className={cx(
        "grid gap-x-8 gap-y-3 in-[.staff]:gap-y-2",
        columns === 2 && "sm:grid-cols-2",
        columns === 3 && "sm:grid-cols-2 lg:grid-cols-3",
      )}
    >
      {facts.map((fact) => (
        <div key={fact.label} className={cx("min-w-0", fact.wide === true && "col-span-full")}>
          <dt className="text-sm text-ink-3">{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
