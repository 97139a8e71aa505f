import type { ReactElement, ReactNode } from "react";

/** Empty state, with the next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}): ReactElement {
  return (
    <div className="grid justify-items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center in-[.staff]:py-8">
      <svg
        viewBox="0 0 72 40"
        width="72"
        height="40"
        aria-hidden
        fill="none"
        stroke="var(--color-accent-line)"
        strokeWidth="1.6"
      >
        <path d="M4 34h64M14 34V12h18v22M40 34V20h18v14M19 18h8M19 23h8M45 26h8" />
        <circle cx="50" cy="10" r="4" stroke="var(--color-turn-line)" />
      </svg>
      <p className="mt-1 font-medium">{title}</p>
      {children !== undefined && <div className="max-w-(--measure) text-sm text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
