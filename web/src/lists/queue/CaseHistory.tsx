import type { ReactElement, ReactNode } from "react";

export interface HistoryEntry {
  id: string;
  /** `2020-03-01 14:30` */
  at: string;
  who: string;
  what: string;
  /** Reason or text given. */
  note?: ReactNode;
}

/** History of a case, newest first. Entries are never altered. */
export function CaseHistory({ entries }: { entries: readonly HistoryEntry[] }): ReactElement {
  return (
    <section aria-label="经过">
      <h3 className="mb-2 text-lg font-semibold">经过</h3>
      <ol className="divide-y divide-line border-y border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="grid gap-x-4 py-1.5 sm:grid-cols-[9em_9em_1fr]">
            <span className="num text-ink-2">{entry.at}</span>
            <span>{entry.who}</span>
            <span>
              {entry.what}
              {entry.note !== undefined && <span className="block text-sm text-ink-2">{entry.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
