import { addDays, createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** The day itself, or the working day before it. */
export function workday(date: CivilDate): CivilDate {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  return day;
}
