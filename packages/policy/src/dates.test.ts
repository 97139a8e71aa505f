import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateNumber, dateText, dayNumber, isCivilDate, monthsAfterNumber } from "./dates.ts";

const day = fc.integer({ min: -60_000, max: 60_000 });

/** The same through the platform's calendar, to compare with. */
function textOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

describe("civil dates", () => {
  test("count days as the calendar does", () => {
    fc.assert(
      fc.property(day, (days) => {
        expect(dayNumber(textOf(days))).toBe(days);
        expect(isCivilDate(textOf(days))).toBe(true);
        expect(dateText(dateNumber(textOf(days)))).toBe(textOf(days));
      }),
    );
  });

  test.each([
    ["2020-02-29", 12, "2021-02-28"],
    ["2019-02-28", 12, "2020-02-28"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-12-31", 2, "2021-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-01-15", -12, "2019-01-15"],
    ["2020-05-31", 0, "2020-05-31"],
    ["2020-11-30", 1, "2020-12-30"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(dateText(monthsAfterNumber(from, months))).toBe(to);
  });

  test.each([
    "2021-02-29",
    "1900-02-29",
    "2020-00-10",
    "2020-13-01",
    "2020-04-31",
    "2020-4-1",
    "2020/04/01",
    "20200401",
    "",
    " 2020-04-1",
    "2020-04-01 ",
    "２０２０-04-01",
  ])("%j is no date", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test.each(["2000-02-29", "2020-02-29", "2020-12-31"])("%s is one", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });
});
