import type { ReactElement, ReactNode } from "react";

interface RowActProps {
  /** Accessible name that says which row. */
  label?: string;
  onClick: () => void;
  children: ReactNode;
}

/** Actions on one row of a table. */
export function RowAct({ label, onClick, children }: RowActProps): ReactElement {
  return (
    <button
      type="button"
      {...(label === undefined ? {} : { "aria-label": label })}
      className="min-h-6 text-accent underline underline-offset-3"
      onClick={onClick}
    >
      {children}
    </button>
  );
}
