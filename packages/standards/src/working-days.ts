import chineseDays from "chinese-days";
import { addDays, type CivilDate, partsOf, weekday } from "./civil-date.ts";

// Node sees the package as CommonJS without named exports, a bundler as a module with both.
// oxlint-disable-next-line import/no-named-as-default-member
const { getDayDetail } = chineseDays;

/** A year's holidays as the State Council announces them, for a year that the shipped calendar lacks. */
export interface AnnouncedYear {
  readonly year: number;
  readonly holidays: readonly CivilDate[];
  /** Saturdays and Sundays that are worked in exchange (调休). */
  readonly makeUpWorkdays: readonly CivilDate[];
}

export interface WorkdayCalendarOptions {
  /** Years of this calendar alone. They override the years entered by an operator, which override the shipped data. */
  readonly announced?: readonly AnnouncedYear[];
  /**
   * Handling of a year whose holidays aren't announced yet. `refuse` (the default) throws `UnknownCalendarYearError`. `provisional`
   * counts Monday to Friday without 1 January, 1 May and 1–3 October: good enough for an expected date that is computed again after
   * the announcement (usually in November), never for closing a deadline.
   */
  readonly unknownYears?: "refuse" | "provisional";
}

export interface WorkdayCalendar {
  isWorkingDay(date: CivilDate): boolean;
  /** The `n`-th working day after `date` (not counted; 民法典 第二百零一条), or before it for negative `n`. 0 returns `date` itself. */
  addWorkingDays(date: CivilDate, n: number): CivilDate;
  /** Working days after `from` up to and including `to`; 0 if `to` isn't later. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number;
  /** Whether the year's holidays are announced, so that results within it are final. */
  knows(year: number): boolean;
}

export class UnknownCalendarYearError extends Error {
  readonly code = "calendar-year-unknown";
  readonly year: number;
  constructor(year: number) {
    super(`${year} 年的放假安排尚未录入，无法计算工作日。`);
    this.name = "UnknownCalendarYearError";
    this.year = year;
  }
}

const entered = new Map<number, Arrangement>();

/** Adds years that the shipped calendar lacks, for every calendar of this process, existing or new. A repeated year is replaced. */
export function enterAnnouncedYears(years: readonly AnnouncedYear[]): void {
  for (const each of years) entered.set(each.year, arrangementOf(each));
}

interface Arrangement {
  readonly holidays: ReadonlySet<CivilDate>;
  readonly makeUp: ReadonlySet<CivilDate>;
}

const arrangementOf = ({ holidays, makeUpWorkdays }: AnnouncedYear): Arrangement => ({
  holidays: new Set(holidays),
  makeUp: new Set(makeUpWorkdays),
});

/** China's working days: weekends, statutory holidays and make-up workdays, 2004 up to the last announced year. */
export function createWorkdayCalendar(options: WorkdayCalendarOptions = {}): WorkdayCalendar {
  const own = new Map((options.announced ?? []).map((each) => [each.year, arrangementOf(each)]));

  function works(date: CivilDate): boolean {
    const { year } = partsOf(date);
    const announced = own.get(year) ?? entered.get(year);
    if (announced) return announced.makeUp.has(date) || (!announced.holidays.has(date) && isMondayToFriday(date));
    if (isShipped(year)) return getDayDetail(date).work;
    if (options.unknownYears !== "provisional") throw new UnknownCalendarYearError(year);
    return isMondayToFriday(date) && !ALWAYS_HOLIDAYS.has(date.slice(5));
  }

  return {
    isWorkingDay: works,
    addWorkingDays(date, n) {
      if (!Number.isSafeInteger(n)) throw new RangeError("Working days are whole numbers.");
      const step = n < 0 ? -1 : 1;
      let day = date;
      for (let left = Math.abs(n); left > 0;) {
        day = addDays(day, step);
        if (works(day)) left--;
      }
      return day;
    },
    workingDaysBetween(from, to) {
      let count = 0;
      for (let day = from; day < to;) {
        day = addDays(day, 1);
        if (works(day)) count++;
      }
      return count;
    },
    knows: (year) => own.has(year) || entered.has(year) || isShipped(year),
  };
}

const shippedCalendar = createWorkdayCalendar();

/** Like `WorkdayCalendar.isWorkingDay`, over the shipped calendar. Throws `UnknownCalendarYearError` outside it. */
export function isWorkingDay(date: CivilDate): boolean {
  return shippedCalendar.isWorkingDay(date);
}

/** Like `WorkdayCalendar.addWorkingDays`, over the shipped calendar. Throws `UnknownCalendarYearError` outside it. */
export function addWorkingDays(date: CivilDate, n: number): CivilDate {
  return shippedCalendar.addWorkingDays(date, n);
}

/** Like `WorkdayCalendar.workingDaysBetween`, over the shipped calendar. Throws `UnknownCalendarYearError` outside it. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  return shippedCalendar.workingDaysBetween(from, to);
}

const ALWAYS_HOLIDAYS = new Set(["01-01", "05-01", "10-01", "10-02", "10-03"]);
const shippedYears = new Map<number, boolean>();

/** The library answers for any year; it has data only for years whose National Day it names. */
function isShipped(year: number): boolean {
  let known = shippedYears.get(year);
  if (known === undefined) {
    known = getDayDetail(`${year}-10-01`).name.includes("国庆");
    shippedYears.set(year, known);
  }
  return known;
}

function isMondayToFriday(date: CivilDate): boolean {
  const day = weekday(date);
  return day >= 1 && day <= 5;
}
