import { addDays, type CivilDate, civilDate, daysBetween, parseCivilDate } from "./civil-date.ts";
import { accept, type Parsed, refuse } from "./parsed.ts";
import { halfWidth } from "./written-text.ts";

export type WrittenDateRefusal = "date-shape" | "date-impossible" | "date-year-missing" | "date-period";

export interface WrittenDateOptions {
  /** Reads `10月1日` in the year that brings it nearest to this date. Without it a date without a year is refused. */
  readonly near?: CivilDate;
  /** Reads `46296` as a spreadsheet's serial number of a day. Not for typed text, where it is the beginning of `20260101`. */
  readonly serial?: boolean;
}

const CLOCK =
  /^[ T]?(?:上午|下午|晚上|[AP]M)? ?\d{1,2}[:时点](?:\d{1,2}分?|半)?(?::\d{1,2}(?:\.\d+)?|\d{1,2}秒)?(?: ?[AP]M|Z)?$/i;
const WEEKDAY = /^ ?[(（]?(?:星期|周)[一二三四五六日天][)）]?/;
/** Serial numbers of 1950-01-01 to 2199-12-31. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 109_575;

/**
 * Parses dates as clerks and programs write them: 2020-3-1, 2020/03/01, 2020.3.1, 2020年3月1日, 20200301, with full-width digits or
 * blanks, followed by a time of day (`0:00`, `10:40:55`, `上午8:30`, or the 14 digits 20200301104055) or a weekday, which are left
 * out. Refuses two-digit years and day-first orders, which are ambiguous, and periods of two dates.
 */
export function parseWrittenDate(
  text: string,
  options: WrittenDateOptions = {},
): Parsed<CivilDate, WrittenDateRefusal> {
  const plain = tidy(text);
  if (options.serial === true && /^\d{5,6}(?:\.\d+)?$/.test(plain)) {
    const day = Math.floor(Number(plain));
    // Day 60 is the 29 February 1900 that never was, so day 61 is 1900-03-01.
    if (day >= FIRST_SERIAL && day <= LAST_SERIAL) return accept(addDays(civilDate("1899-12-30"), day));
  }
  const digits = /^(\d{4})(\d{2})(\d{2})(?:([01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)/.exec(plain);
  const written = digits ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|(?!\d))/.exec(plain);
  if (written) {
    const [whole, year = "", month = "", day = ""] = written;
    const rest = plain.slice(whole.length).replace(WEEKDAY, "");
    if (rest === "" || CLOCK.test(rest)) return dateOf(year, month, day);
    return /\d{1,2}[-/.月]\d{1,2}/.test(rest)
      ? refuse("date-period", "这里写了一段日期，请只填一天。")
      : refuse("date-shape", "日期应写成 2020-03-01 的样子。");
  }
  const yearless = /^(\d{1,2})月(\d{1,2})日?$/.exec(plain);
  if (!yearless) return refuse("date-shape", "日期应写成 2020-03-01 的样子。");
  const [, month = "", day = ""] = yearless;
  return options.near === undefined
    ? refuse("date-year-missing", "日期没有写年份，应写成 2020-03-01 的样子。")
    : nearest(month, day, options.near);
}

/** Half-width, without invisible characters, single blanks, and none around the signs of a date. */
const tidy = (text: string): string =>
  halfWidth(text)
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([-/.年月]) ?/g, "$1")
    .replace(/ 日/, "日")
    .trim();

const dateOf = (year: string, month: string, day: string): Parsed<CivilDate, "date-shape" | "date-impossible"> =>
  parseCivilDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);

function nearest(month: string, day: string, near: CivilDate): Parsed<CivilDate, "date-shape" | "date-impossible"> {
  const year = Number(near.slice(0, 4));
  const found = [year - 1, year, year + 1].flatMap((each) => {
    const read = dateOf(String(each), month, day);
    return read.ok ? [read.value] : [];
  });
  const [best] = found.toSorted((a, b) => Math.abs(daysBetween(a, near)) - Math.abs(daysBetween(b, near)));
  return best === undefined ? refuse("date-impossible", "日历上没有这一天。") : accept(best);
}
