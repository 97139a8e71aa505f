/**
 * Civil dates, `YYYY-MM-DD`, without time or zone. A policy counts calendar days and months; a zone would
 * only let the same case read differently on two machines.
 */

/** A date as it stands in a case: `YYYY-MM-DD`, a day that exists. */
export type CivilDate = string;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function yearOf(date: CivilDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

function monthOf(date: CivilDate): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

function dayOf(date: CivilDate): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29;
  return DAYS[month - 1] ?? 0;
}

/** Whether the text is a date that exists: `2020-02-29` is one, `2021-02-29` and `2021-2-9` are not. */
export function isCivilDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at += 1) {
    if (at === 4 || at === 7) continue;
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  const month = monthOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/** The year a date lies in. */
export function calendarYear(date: CivilDate): number {
  return yearOf(date);
}

/** A date as one number that orders like the date (20200229). */
export function dateNumber(date: CivilDate): number {
  return yearOf(date) * 10000 + monthOf(date) * 100 + dayOf(date);
}

/**
 * The corresponding day some months later (or earlier), as a number that orders like a date. Where the month
 * has no such day, its last day: 31 January + 1 month is 28 or 29 February.
 */
export function monthsAfterNumber(date: CivilDate, months: number): number {
  const month0 = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(month0 / 12);
  const month = month0 - year * 12 + 1;
  return year * 10000 + month * 100 + Math.min(dayOf(date), daysInMonth(year, month));
}

/** A date number back as text. */
export function dateText(number: number): CivilDate {
  const year = Math.floor(number / 10000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  return `${year < 1000 ? String(year).padStart(4, "0") : year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** The day that lies so many days after 1 January 1970. */
export function dateOfNumber(number: number): CivilDate {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** Days since 1 January 1970, so that days can be counted by subtraction. */
export function dayNumber(date: CivilDate): number {
  // Years start in March here, so that the leap day is the last of the year.
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
