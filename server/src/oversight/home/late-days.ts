import { addDays, createWorkdayCalendar, type CivilDate } from "@jinengtong/standards";

const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

/** Last submission day that is late today, for a term of so many working days. */
export function lateSince(today: CivilDate, workingDays: number): CivilDate {
  let day = addDays(today, -workingDays);
  while (calendar.addWorkingDays(day, workingDays) >= today) day = addDays(day, -1);
  return day;
}
