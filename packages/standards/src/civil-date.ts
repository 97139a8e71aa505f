import { accept, mustParse, type Parsed, refuse } from "./parsed.ts";

declare const civilDateBrand: unique symbol;

/**
 * A calendar date `YYYY-MM-DD` without a time or a zone, as policy texts mean it. Compares correctly as text.
 * Obtain one through `parseCivilDate`, `civilDate` or `todayInShanghai`.
 */
export type CivilDate = string & { readonly [civilDateBrand]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Parses strict `YYYY-MM-DD` in the years 1000–9999. Refuses 2021-02-29, other separators and missing zeros. */
export function parseCivilDate(text: string): Parsed<CivilDate, "date-shape" | "date-impossible"> {
  const match = SHAPE.exec(text);
  if (!match) return refuse("date-shape", "日期应写成 2020-03-01 的样子。");
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return refuse("date-impossible", "日历上没有这一天。");
  }
  return accept(text as CivilDate);
}

/** A known valid date, for literals and stored values. Throws `RangeError` otherwise. */
export function civilDate(text: string): CivilDate {
  return mustParse(parseCivilDate(text));
}

export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === "string" && parseCivilDate(text).ok;
}

/** Adds days (negative: subtracts). `days` must be a whole number. */
export function addDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isSafeInteger(days)) throw new RangeError("addDays needs a whole number of days.");
  return fromEpochDay(toEpochDay(date) + days);
}

/** Adds calendar months; clamps to the last day of a shorter month (01-31 + 1 month = 02-28/29). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  if (!Number.isSafeInteger(months)) {
    throw new RangeError("addMonths needs a whole number of months.");
  }
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return write(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Comparator: −1, 0 or 1. */
export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`: 0 for the same day, 1 for the next, negative if `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function weekday(date: CivilDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  // 1970-01-01 was a Thursday; the doubled modulus keeps earlier dates positive.
  return ((((toEpochDay(date) + 4) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** The civil date in China at this instant (UTC+8 all year; no summer time since 1992). */
export function todayInShanghai(instant: Date | number): CivilDate {
  const ms = typeof instant === "number" ? instant : instant.getTime();
  if (!Number.isFinite(ms)) throw new RangeError("todayInShanghai needs a valid instant.");
  return fromEpochDay(Math.floor((ms + 8 * 3_600_000) / DAY_MS));
}

/** The instant (ms since 1970 UTC) at which this date begins in China. */
export function startOfDayInShanghai(date: CivilDate): number {
  return toEpochDay(date) * DAY_MS - 8 * 3_600_000;
}

/** Date range: `2020-03-01 至 03-20`; with the second year if it differs; one date if both are equal. */
export function formatPeriod(from: CivilDate, to: CivilDate): string {
  if (from === to) return from;
  return `${from} 至 ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
}

/** `2020年3月1日`, for certificates and formal papers. */
export function formatFormalDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/**
 * Completed years of age (周岁) on a date. A person born on 29 February completes a year on 1 March in a common year, because the
 * birthday hasn't passed on 28 February. Throws if `on` is before the birth.
 */
export function ageOn(birthDate: CivilDate, on: CivilDate): number {
  if (on < birthDate) throw new RangeError("The person was not born yet on that date.");
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function toEpochDay(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

function fromEpochDay(day: number): CivilDate {
  const instant = new Date(day * DAY_MS);
  return write(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

function write(year: number, month: number, day: number): CivilDate {
  if (!(year >= 1000 && year <= 9999)) throw new RangeError("Date outside the years 1000–9999.");
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CivilDate;
}
