import type { ReactElement, ReactNode } from "react";
import { Icon } from "../../../kit/Icon.tsx";

interface AnswerRowProps {
  children: ReactNode;
  hint?: string | null;
  /** Beside it, as its worth. */
  aside?: ReactNode;
  onClick: () => void;
}

/** One answer of a question, across the whole width: a tap answers and goes on. */
export function AnswerRow({ children, hint = null, aside, onClick }: AnswerRowProps): ReactElement {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-(--touch) items-center justify-between gap-3 rounded-md border border-line-strong bg-sheet px-4 py-3 text-left text-lg hover:border-accent hover:bg-accent-soft hover:text-accent"
    >
      <span>
        {children}
        {hint !== null && <span className="block text-sm text-ink-2">{hint}</span>}
      </span>
      <span className="flex shrink-0 items-center gap-3">
        {aside}
        <Icon name="right" size="1em" className="text-ink-3" />
      </span>
    </button>
  );
}
