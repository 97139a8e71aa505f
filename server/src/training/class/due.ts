import { addDays, createWorkdayCalendar, todayInShanghai, type CivilDate } from "@jinengtong/standards";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** Working days within which the bureau answers a filing or a change. */
export const REVIEW_WORKING_DAYS = 5;

/** Last day for the bureau's answer to a submission at this instant. */
export const dueOn = (submittedAt: Date): CivilDate =>
  calendar.addWorkingDays(todayInShanghai(submittedAt), REVIEW_WORKING_DAYS);

/** Last submission day that should have been answered before today: the inverse of `dueOn`. */
export function lastOverdueDay(today: CivilDate): CivilDate {
  let day = addDays(today, -1);
  while (calendar.addWorkingDays(day, REVIEW_WORKING_DAYS) >= today) day = addDays(day, -1);
  return day;
}
