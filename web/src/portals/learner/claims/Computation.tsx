import type { ReactElement } from "react";
import { formatNumber } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { stepTitle } from "../../../features/claims/step-title.ts";
import type { Claim } from "../../../features/claims/claim.ts";

type Step = NonNullable<Claim["decision"]>["computation"][number];

/** The computation, line by line, as on a receipt. */
export function Computation({ steps, totalFen }: { steps: readonly Step[]; totalFen: number | null }): ReactElement {
  return (
    <dl className="grid gap-2">
      {steps
        .filter((step) => step.step !== "amount")
        .map((step, index) => (
          <div
            key={index}
            className="flex items-baseline justify-between gap-4 border-b border-dotted border-line-strong pb-1.5"
          >
            <dt>
              {stepTitle(step.step)}
              {step.clause !== undefined && <span className="num ml-2 text-sm text-ink-3">条款 {step.clause}</span>}
            </dt>
            <dd className="num shrink-0">
              {step.fen !== undefined ? (
                <Money fen={step.fen} />
              ) : step.value !== undefined ? (
                step.step.endsWith("rate") ? (
                  `${formatNumber(step.value * 100)}%`
                ) : (
                  formatNumber(step.value)
                )
              ) : (
                ""
              )}
            </dd>
          </div>
        ))}
      {totalFen !== null && (
        <div className="flex items-baseline justify-between gap-4 pt-1 text-lg font-semibold">
          <dt>一共</dt>
          <dd>
            <Money fen={totalFen} />
          </dd>
        </div>
      )}
    </dl>
  );
}
