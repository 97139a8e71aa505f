import { addDays, createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** What was submitted on or before this day is late today, where an answer is due within so many working days. */
export function lateSince(today: CivilDate, workingDays: number): CivilDate {
  let day = addDays(today, -workingDays);
  while (calendar.addWorkingDays(day, workingDays) >= today) day = addDays(day, -1);
  return day;
}
