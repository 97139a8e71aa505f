import { createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";
import { dateOf } from "../../kit/format.ts";
import { today } from "../../kit/today.ts";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** Due date of a submission, for a term of working days. */
export const dueAfter = (instant: string, workingDays: number): string =>
  calendar.addWorkingDays(dateOf(instant) as CivilDate, workingDays);

/** Due date and lateness of a waiting item, for a queue's row; none once it is answered. */
export function waitingSince(
  instant: string,
  workingDays: number,
  answered = false,
): { due: string | null; overdueDays: number } {
  if (answered) return { due: null, overdueDays: 0 };
  const due = dueAfter(instant, workingDays);
  return { due, overdueDays: lateDays(due) };
}

/** Working days past a due date as of today; 0 before it, or without one. */
export function lateDays(dueOn: string | null): number {
  const now = today();
  if (dueOn === null || dueOn >= now) return 0;
  return Math.max(1, calendar.workingDaysBetween(dueOn as CivilDate, now as CivilDate));
}
