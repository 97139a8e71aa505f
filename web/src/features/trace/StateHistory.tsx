import type { ReactElement } from "react";
import { formatInstant } from "../../kit/format.ts";
import type { Evidence } from "./trace-types.ts";

/** Every state a claim went through, by whom and why. */
export function StateHistory({ history }: { history: Evidence["history"] }): ReactElement {
  return (
    <ol className="grid gap-x-8 gap-y-1 lg:grid-cols-2" aria-label="办理经过">
      {history.map((step, index) => (
        <li key={`${step.at}-${index}`} className="grid grid-cols-[8.6rem_1fr] gap-x-3 border-b border-line py-1">
          <span className="num text-ink-2">{formatInstant(step.at)}</span>
          <span>
            <span className="font-medium">{step.stateLabel}</span>
            <span className="ml-2 text-sm text-ink-3">{step.by ?? "系统"}</span>
            {step.reason !== null && <span className="block text-sm text-ink-2">{step.reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
