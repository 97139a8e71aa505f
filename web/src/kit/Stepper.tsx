import type { ReactElement } from "react";
import { cx } from "./cx.ts";

/** Progress through a form of several pages: 第 2 步，共 4 步. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }): ReactElement {
  return (
    <div>
      <p className="mb-2 text-sm text-ink-2">
        第 <span className="num font-semibold text-ink">{current + 1}</span> 步，共 {steps.length} 步
        <span className="sm:hidden">：{steps[current]}</span>
      </p>
      <ol className="flex gap-1.5">
        {steps.map((step, index) => (
          <li key={step} className="min-w-0 flex-1" {...(index === current ? { "aria-current": "step" } : {})}>
            <span
              aria-hidden
              className={cx("block h-1 rounded-sm", index <= current ? "bg-accent" : "bg-paper-deep")}
            />
            <span className={cx("mt-1.5 hidden text-sm sm:block", index === current ? "font-medium" : "text-ink-2")}>
              {step}
            </span>
            <span className="sr-only">{index < current ? "（已完成）" : ""}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
