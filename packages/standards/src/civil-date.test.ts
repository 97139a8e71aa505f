import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  compareDates,
  daysBetween,
  formatFormalDate,
  formatPeriod,
  isCivilDate,
  parseCivilDate,
  startOfDayInShanghai,
  todayInShanghai,
  weekday,
} from "./civil-date.ts";

const anyDate = fc.integer({ min: -20_000, max: 60_000 }).map((n) => addDays(civilDate("1970-01-01"), n));

describe("a civil date", () => {
  it.each(["2020-02-29", "2000-02-29", "1949-10-01", "9999-12-31"])("accepts %s", (text) =>
    expect(parseCivilDate(text)).toEqual({ ok: true, value: text }),
  );
  it.each([
    ["2021-02-29", "date-impossible"],
    ["1900-02-29", "date-impossible"],
    ["2020-04-31", "date-impossible"],
    ["2020-13-01", "date-impossible"],
    ["2020-00-10", "date-impossible"],
    ["0999-01-01", "date-impossible"],
    ["2020-3-1", "date-shape"],
    ["2020-03-01T00:00:00Z", "date-shape"],
    ["", "date-shape"],
  ])("refuses %j as %s", (text, code) => expect(parseCivilDate(text)).toMatchObject({ ok: false, code }));
  it("throws on a bad literal", () => expect(() => civilDate("2021-02-29")).toThrow(/date-impossible/));
  it("knows what is no date", () => expect(isCivilDate(20200301)).toBe(false));
});

describe("reckoning with dates", () => {
  it.each([
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2020-01-05", 12, "2021-01-05"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-01-15", -13, "2018-12-15"],
  ])("%s plus %i months is %s", (date, months, expected) => expect(addMonths(civilDate(date), months)).toBe(expected));
  it("adds and counts days over leap years", () => {
    expect(addDays(civilDate("2020-02-28"), 2)).toBe("2020-03-01");
    expect(addDays(civilDate("2020-01-01"), -1)).toBe("2019-12-31");
    expect(daysBetween(civilDate("2020-01-01"), civilDate("2021-01-01"))).toBe(366);
    expect(() => addDays(civilDate("2020-01-01"), 0.5)).toThrow(RangeError);
    expect(() => addDays(civilDate("9999-12-31"), 1)).toThrow(RangeError);
  });
  it("undoes what it did", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(compareDates(date, addDays(date, days))).toBe(Math.sign(-days) + 0);
        expect((weekday(date) + (((days % 7) + 7) % 7)) % 7).toBe(weekday(addDays(date, days)));
      }),
    );
  });
  it("knows the weekday", () => {
    expect(weekday(civilDate("2020-03-01"))).toBe(0);
    expect(weekday(civilDate("1949-10-01"))).toBe(6);
  });

  it.each([
    ["1985-03-02", "2020-03-01", 34],
    ["1985-03-02", "2020-03-02", 35],
    ["2004-02-29", "2020-02-28", 15],
    ["2004-02-29", "2021-02-28", 16],
    ["2004-02-29", "2021-03-01", 17],
  ])("born %s, on %s aged %i", (birth, on, age) => expect(ageOn(civilDate(birth), civilDate(on))).toBe(age));
  it("gives nobody an age before birth", () =>
    expect(() => ageOn(civilDate("2020-01-02"), civilDate("2020-01-01"))).toThrow(RangeError));
});

describe("the day in China", () => {
  it.each([
    ["2020-03-01T15:59:59.999Z", "2020-03-01"],
    ["2020-03-01T16:00:00Z", "2020-03-02"],
    ["2019-12-31T16:00:00Z", "2020-01-01"],
  ])("%s is %s", (instant, date) => {
    expect(todayInShanghai(new Date(instant))).toBe(date);
    expect(todayInShanghai(Date.parse(instant))).toBe(date);
  });
  it("begins at 16:00 UTC the day before", () => {
    expect(new Date(startOfDayInShanghai(civilDate("2020-03-02"))).toISOString()).toBe("2020-03-01T16:00:00.000Z");
  });
  it("refuses an invalid instant", () => expect(() => todayInShanghai(Number.NaN)).toThrow(RangeError));
});

describe("written for people", () => {
  it.each([
    ["2020-03-01", "2020-03-20", "2020-03-01 至 03-20"],
    ["2020-12-20", "2021-01-10", "2020-12-20 至 2021-01-10"],
    ["2020-03-01", "2020-03-01", "2020-03-01"],
  ])("%s to %s is %s", (from, to, text) => expect(formatPeriod(civilDate(from), civilDate(to))).toBe(text));
  it("writes formal dates", () => expect(formatFormalDate(civilDate("2020-03-01"))).toBe("2020年3月1日"));
});
