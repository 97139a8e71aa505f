import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

interface ScrollAreaProps {
  /** Accessible name for keyboard users. */
  label: string;
  className?: string;
  children: ReactNode;
}

/**
 * Scrollable region for wide or long content, focusable by keyboard. It is `relative`, since words for screen readers are placed absolutely: without
 * it those beyond the fold would lengthen the page instead of the region.
 */
export function ScrollArea({ label, className, children }: ScrollAreaProps): ReactElement {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className={cx("relative overflow-auto print:max-h-none print:overflow-visible", className)}
    >
      {children}
    </section>
  );
}
