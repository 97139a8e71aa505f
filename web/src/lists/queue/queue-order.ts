import type { ReactNode } from "react";

/** One case in a work queue. */
export interface QueueItem {
  key: string;
  title: string;
  detail: string;
  /** Opposite the title: an amount or a count. */
  aside?: ReactNode;
  /** Submitter and time. */
  who: string;
  /** `2020-03-01`, or null without a due date. */
  due: string | null;
  /** Reason for a hold: 疑点暂缓. */
  flag?: string;
  /** Working days past the due date. */
  overdueDays: number;
}

/** Longest overdue first, then by due date; items without one last. */
export function inQueueOrder(items: readonly QueueItem[]): QueueItem[] {
  return items.toSorted((a, b) => b.overdueDays - a.overdueDays || (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
