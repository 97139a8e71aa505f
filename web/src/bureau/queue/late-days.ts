import { createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";
import { today } from "../../ui/organisation/today.ts";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** Working days past a due date as of today; 0 while there is time, or where nothing presses. */
export function lateDays(dueOn: string | null): number {
  const now = today();
  if (dueOn === null || dueOn >= now) return 0;
  return Math.max(1, calendar.workingDaysBetween(dueOn as CivilDate, now as CivilDate));
}
