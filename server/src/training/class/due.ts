import { addDays, createWorkdayCalendar, todayInShanghai, type CivilDate } from "@jinengtong/standards";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** The bureau answers a class filing, and a change to a class, within so many working days. */
export const REVIEW_WORKING_DAYS = 5;

/** The last day for the bureau's answer to what was submitted at this instant. */
export const dueOn = (submittedAt: Date): CivilDate =>
  calendar.addWorkingDays(todayInShanghai(submittedAt), REVIEW_WORKING_DAYS);

/** The last day whose submissions should have been answered before this one: the reverse of `dueOn`. */
export function lastOverdueDay(today: CivilDate): CivilDate {
  let day = addDays(today, -1);
  while (calendar.addWorkingDays(day, REVIEW_WORKING_DAYS) >= today) day = addDays(day, -1);
  return day;
}
