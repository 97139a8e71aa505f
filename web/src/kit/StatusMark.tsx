import type { StatusKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { cx } from "./cx.ts";

export type { StatusKind };

const tones: Record<StatusKind, string> = {
  turn: "text-turn",
  doing: "text-accent",
  waiting: "text-ink-2",
  done: "text-accent",
  refused: "text-refuse",
  late: "text-turn",
  ended: "text-ink-3",
};

/** State as a word with a shape; colour only repeats them. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: string }): ReactElement {
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", tones[kind])}>
      <StatusShape kind={kind} />
      {children}
    </span>
  );
}

/** The shape alone, for places where the word stands beside it. */
export function StatusShape({ kind }: { kind: StatusKind }): ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="0.95em"
      height="0.95em"
      aria-hidden
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      {kind === "turn" && <path d="M4 2.2v11.6L13.5 8z" fill="currentColor" strokeLinejoin="round" />}
      {kind === "doing" && (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
        </>
      )}
      {kind === "waiting" && <circle cx="8" cy="8" r="6" strokeDasharray="3 2.3" />}
      {kind === "done" && (
        <>
          <circle cx="8" cy="8" r="6.6" fill="currentColor" />
          <path
            d="m5 8.2 2.2 2.2L11.2 6"
            stroke="var(--color-on-accent)"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
      {kind === "refused" && (
        <>
          <rect x="1.6" y="1.6" width="12.8" height="12.8" rx="1" fill="currentColor" />
          <path d="m5.2 5.2 5.6 5.6M10.8 5.2 5.2 10.8" stroke="var(--color-on-accent)" strokeLinecap="round" />
        </>
      )}
      {kind === "late" && (
        <>
          <path d="M8 1.8 15 14H1z" fill="currentColor" strokeLinejoin="round" />
          <path d="M8 6v3.600M8 11.400v.6" stroke="var(--color-on-accent)" strokeLinecap="round" />
        </>
      )}
      {kind === "ended" && <path d="M2.5 8h11" strokeLinecap="round" />}
    </svg>
  );
}
