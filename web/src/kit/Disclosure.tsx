import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";

interface DisclosureProps {
  /** Label of the disclosure. */
  summary: ReactNode;
  /** Unfolded to begin with. */
  open?: boolean;
  className?: string;
  children: ReactNode;
}

/** A disclosure: collapsed content with a toggle. */
export function Disclosure({ summary, open = false, className, children }: DisclosureProps): ReactElement {
  return (
    <details className={cx("group", className)} open={open}>
      <summary className="flex min-h-(--touch) cursor-pointer list-none items-center gap-1.5 py-1.5 text-accent">
        <span aria-hidden className="grid shrink-0 group-open:hidden">
          <Icon name="right" size="1em" />
        </span>
        <span aria-hidden className="hidden shrink-0 group-open:grid">
          <Icon name="down" size="1em" />
        </span>
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
