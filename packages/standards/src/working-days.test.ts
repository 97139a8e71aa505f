import { describe, expect, it } from "vitest";
import { civilDate } from "./civil-date.ts";
import {
  addWorkingDays,
  createWorkdayCalendar,
  enterAnnouncedYears,
  isWorkingDay,
  UnknownCalendarYearError,
  workingDaysBetween,
} from "./working-days.ts";

describe("five working days of publicity", () => {
  it.each([
    ["an ordinary week", "2020-03-02", "2020-03-09"],
    ["published on a Saturday", "2020-03-07", "2020-03-13"],
    // 23 January (Thu) is followed by the festival, lengthened in 2020 to 2 February.
    ["over the Spring Festival of 2020", "2020-01-22", "2020-02-06"],
    // Sunday 19 January 2020 was worked in exchange.
    ["with a make-up Sunday before it", "2020-01-17", "2020-01-23"],
    // 27 September (Sun) and 10 October (Sat) 2020 were worked in exchange.
    ["over National Day 2020", "2020-09-25", "2020-10-09"],
    ["into National Day 2020", "2020-09-29", "2020-10-13"],
    ["over National Day 2019", "2019-09-30", "2019-10-12"],
    // Saturday 20 February 2021 was worked.
    ["over the Spring Festival of 2021", "2021-02-09", "2021-02-22"],
    // Sunday 4 January 2026 is worked.
    ["over a new year", "2025-12-30", "2026-01-07"],
  ])("%s: published %s, ends %s", (_, published, ends) => {
    const end = addWorkingDays(civilDate(published), 5);
    expect(end).toBe(ends);
    expect(workingDaysBetween(civilDate(published), end)).toBe(5);
  });
});

describe("working days", () => {
  it("counts make-up workdays and leaves holidays out", () => {
    expect(isWorkingDay(civilDate("2020-01-19"))).toBe(true);
    expect(isWorkingDay(civilDate("2020-10-10"))).toBe(true);
    expect(isWorkingDay(civilDate("2020-10-08"))).toBe(false);
    expect(isWorkingDay(civilDate("2020-03-07"))).toBe(false);
  });
  it("goes back, and stays for nought", () => {
    expect(addWorkingDays(civilDate("2020-10-09"), -1)).toBe("2020-09-30");
    expect(addWorkingDays(civilDate("2020-10-01"), 0)).toBe("2020-10-01");
    expect(workingDaysBetween(civilDate("2020-03-09"), civilDate("2020-03-02"))).toBe(0);
    expect(() => addWorkingDays(civilDate("2020-10-09"), 1.5)).toThrow(RangeError);
  });
  it("knows every year from 2019 to 2026", () => {
    const calendar = createWorkdayCalendar();
    for (let year = 2019; year <= 2026; year++) expect(calendar.knows(year)).toBe(true);
    expect(calendar.knows(2003)).toBe(false);
    expect(calendar.knows(2040)).toBe(false);
  });
});

describe("a year that is not announced yet", () => {
  const newYearsEve = civilDate("2039-12-30");
  it("is refused rather than guessed", () => {
    expect(() => addWorkingDays(newYearsEve, 5)).toThrow(UnknownCalendarYearError);
    expect(() => addWorkingDays(newYearsEve, 5)).toThrow("2039 年的放假安排尚未录入");
  });
  it("may be estimated where the caller says so", () => {
    const calendar = createWorkdayCalendar({ unknownYears: "provisional" });
    expect(calendar.addWorkingDays(civilDate("2040-04-30"), 1)).toBe("2040-05-02");
    expect(calendar.knows(2040)).toBe(false);
  });
  it("may be entered by an operator", () => {
    const calendar = createWorkdayCalendar({
      announced: [
        {
          year: 2040,
          holidays: [civilDate("2040-01-02"), civilDate("2040-01-03")],
          makeUpWorkdays: [civilDate("2040-01-07")],
        },
      ],
    });
    expect(calendar.knows(2040)).toBe(true);
    expect(calendar.addWorkingDays(civilDate("2040-01-01"), 4)).toBe("2040-01-07");
  });
});

describe("a year that an operator enters", () => {
  const calendar = createWorkdayCalendar();

  it("counts in every calendar from then on, and can be entered again", () => {
    expect(() => isWorkingDay(civilDate("2041-02-01"))).toThrow(UnknownCalendarYearError);
    enterAnnouncedYears([
      { year: 2041, holidays: [civilDate("2041-02-01")], makeUpWorkdays: [civilDate("2041-02-02")] },
    ]);
    expect(calendar.knows(2041)).toBe(true);
    expect(isWorkingDay(civilDate("2041-02-01"))).toBe(false);
    expect(calendar.isWorkingDay(civilDate("2041-02-02"))).toBe(true);
    enterAnnouncedYears([{ year: 2041, holidays: [], makeUpWorkdays: [] }]);
    expect(isWorkingDay(civilDate("2041-02-01"))).toBe(true);
    expect(isWorkingDay(civilDate("2041-02-02"))).toBe(false);
  });
});
