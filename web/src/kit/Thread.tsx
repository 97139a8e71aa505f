import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

export type ThreadTone = "done" | "now" | "todo" | "refused";

/** A vertical line with nodes, shared by next steps, claim stages and traces. */
export function Thread({ children, label }: { children: ReactNode; label?: string }): ReactElement {
  return (
    <ol className="relative" {...(label === undefined ? {} : { "aria-label": label })}>
      {children}
    </ol>
  );
}

interface ThreadNodeProps {
  tone: ThreadTone;
  children: ReactNode;
  last?: boolean;
}

/** One node. The line below it is solid if the step is completed. */
export function ThreadNode({ tone, children, last = false }: ThreadNodeProps): ReactElement {
  return (
    <li
      className={cx("relative flex gap-4 in-[.staff]:gap-3", !last && "pb-6 in-[.staff]:pb-4")}
      {...(tone === "now" ? { "aria-current": "step" } : {})}
    >
      {!last && (
        <span
          aria-hidden
          className={cx(
            "absolute top-[1.7em] bottom-0 left-[0.66em] border-l-2",
            tone === "done" ? "border-accent" : "border-dashed border-line-strong",
          )}
        />
      )}
      <span aria-hidden className="flex h-[1.65em] shrink-0 items-center">
        <NodeShape tone={tone} />
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}

function NodeShape({ tone }: { tone: ThreadTone }): ReactElement {
  return (
    <svg viewBox="0 0 22 22" width="1.4em" height="1.4em" fill="none" strokeWidth="2">
      {tone === "done" && (
        <>
          <circle cx="11" cy="11" r="8" fill="var(--color-accent)" />
          <path
            d="m7.5 11.3 2.5 2.5 4.7-5.2"
            stroke="var(--color-on-accent)"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {tone === "now" && (
        <>
          <circle cx="11" cy="11" r="8" stroke="var(--color-turn)" fill="var(--color-sheet)" strokeWidth="2.5" />
          <circle cx="11" cy="11" r="3.8" fill="var(--color-turn)" />
        </>
      )}
      {tone === "todo" && <circle cx="11" cy="11" r="6" stroke="var(--color-line-strong)" fill="var(--color-sheet)" />}
      {tone === "refused" && (
        <>
          <rect x="3.5" y="3.5" width="15" height="15" rx="2" fill="var(--color-refuse)" />
          <path d="m7.5 7.5 7 7M14.5 7.500l-7 7" stroke="var(--color-on-accent)" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}
