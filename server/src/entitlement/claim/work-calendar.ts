import { addWorkingDays, type CivilDate, createWorkdayCalendar, UnknownCalendarYearError } from "@jinengtong/standards";

/** Terms in working days that the rules give an office. */
export const REVIEW_DAYS = 10;
export const PUBLICITY_DAYS = 5;
export const ANSWER_DAYS = 5;

const provisional = createWorkdayCalendar({ unknownYears: "provisional" });

/**
 * Last day of a term of working days after `date` (not counted). A provisional date if next year's holidays aren't announced yet:
 * good to show and to sort by.
 */
export const dueAfter = (date: CivilDate, days: number): CivilDate => provisional.addWorkingDays(date, days);

/**
 * Whether a term of working days after `from` is over on `today`, by announced holidays only: a deadline is never closed on a
 * provisional calendar.
 */
export function periodIsOver(from: CivilDate, days: number, today: CivilDate): boolean {
  try {
    return today > addWorkingDays(from, days);
  } catch (error) {
    if (error instanceof UnknownCalendarYearError) return false;
    throw error;
  }
}
