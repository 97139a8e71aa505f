import type { ReactElement, ReactNode } from "react";

/** The buttons of a long form, kept in sight at the lower edge. */
export function FormBar({ note, children }: { note?: ReactNode; children: ReactNode }): ReactElement {
  return (
    <div
      data-print="hide"
      className="sticky bottom-0 z-10 -mx-4 mt-4 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-sheet px-4 py-2.5 lg:-mx-6 lg:px-6"
    >
      {note !== undefined && <span className="mr-auto text-sm text-ink-2">{note}</span>}
      {children}
    </div>
  );
}
