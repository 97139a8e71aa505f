import type { ReactElement, ReactNode } from "react";
import { FactList, type Fact } from "../../kit/FactList.tsx";

interface CaseFactsProps {
  /** Person or thing that the case is about. */
  title: ReactNode;
  /** Case number and kind. */
  number: string;
  status: ReactNode;
  /** Opposite the title: the amount at stake. */
  amount?: ReactNode;
  facts: readonly Fact[];
  /** Actions of the case, the expected one first. */
  actions?: ReactNode;
}

/** Head of a case: subject, state, facts, actions. */
export function CaseFacts({ title, number, status, amount, facts, actions }: CaseFactsProps): ReactElement {
  return (
    <header className="border-b border-line pb-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <p className="num flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
            <span>{number}</span>
            {status}
          </p>
          <h2 className="text-2xl font-semibold">{title}</h2>
        </div>
        {amount !== undefined && <div className="sm:text-right">{amount}</div>}
      </div>
      <div className="mt-3">
        <FactList facts={facts} columns={3} />
      </div>
      {actions !== undefined && (
        <div data-print="hide" className="mt-4 flex flex-wrap gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
