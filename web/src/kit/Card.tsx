import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

interface CardProps {
  title?: ReactNode;
  /** Beside the title: a link or a status. */
  action?: ReactNode;
  /** `turn` marks the one thing that waits for this person. */
  tone?: "plain" | "turn" | "refuse";
  /** Heading level of the title. */
  level?: 2 | 3 | 4;
  children?: ReactNode;
  className?: string;
}

const tones = {
  plain: "border-line bg-sheet",
  turn: "border-turn-line bg-sheet border-l-4 border-l-turn",
  refuse: "border-refuse-line bg-sheet border-l-4 border-l-refuse",
} as const;

/** A card with an optional title. */
export function Card({ title, action, tone = "plain", level = 2, children, className }: CardProps): ReactElement {
  const Heading = `h${level}` as const;
  return (
    <section
      data-print="keep"
      className={cx("rounded-lg border p-4 sm:p-6 in-[.staff]:rounded-md in-[.staff]:p-4", tones[tone], className)}
    >
      {(title !== undefined || action !== undefined) && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title !== undefined && <Heading className="text-lg font-semibold">{title}</Heading>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
