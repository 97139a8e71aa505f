import type { ReactElement } from "react";

/** A key, as it is printed on the keyboard. */
export function Kbd({ children }: { children: string }): ReactElement {
  return (
    <kbd className="rounded-sm border border-line-strong bg-paper px-1 py-px font-mono text-xs leading-tight whitespace-nowrap text-ink-2">
      {children}
    </kbd>
  );
}
