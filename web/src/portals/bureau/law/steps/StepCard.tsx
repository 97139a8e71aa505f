import type { ReactElement, ReactNode } from "react";
import { StatusMark, type StatusKind } from "../../../../kit/StatusMark.tsx";

interface StepCardProps {
  title: string;
  /** The finding that the step makes, in one line. */
  intro: string;
  status: { kind: StatusKind; label: string };
  /** The act of the step. */
  action?: ReactNode;
  children?: ReactNode;
}

/** One step on the way to the signature. */
export function StepCard({ title, intro, status, action, children }: StepCardProps): ReactElement {
  return (
    <section aria-label={title} className="rounded-md border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-x-3 text-lg font-semibold">
            {title}
            <span className="text-base">
              <StatusMark kind={status.kind}>{status.label}</StatusMark>
            </span>
          </h2>
          <p className="text-sm text-ink-2">{intro}</p>
        </div>
        {action}
      </div>
      {children !== undefined && <div className="mt-3 grid gap-3 empty:hidden">{children}</div>}
    </section>
  );
}
