import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

interface ScrollAreaProps {
  /** Accessible name for keyboard users. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** Content that may be wider (or longer) than its place: it scrolls within itself, by keyboard too. */
export function ScrollArea({ label, className, children }: ScrollAreaProps): ReactElement {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className={cx("overflow-auto print:max-h-none print:overflow-visible", className)}
    >
      {children}
    </section>
  );
}
