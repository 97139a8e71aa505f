import { addDays, addMonths, type CivilDate, civilDate } from "@jinengtong/standards";
import type { ReturnForm } from "./form.ts";

/** A month `2026-03`, a quarter `2026-Q1` or a year `2026`. */
export type Period = string;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First and last day of a period; undefined for a text that is none of that kind. */
export function daysOf(kind: ReturnForm["period"], period: Period): { first: CivilDate; last: CivilDate } | undefined {
  const shape = { month: /^(20\d\d)-(0[1-9]|1[0-2])$/u, quarter: /^(20\d\d)-Q([1-4])$/u, year: /^(20\d\d)$/u }[kind];
  const [, year, part = "1"] = shape.exec(period) ?? [];
  if (year === undefined) return undefined;
  const month = kind === "quarter" ? Number(part) * 3 - 2 : Number(part);
  const first = civilDate(`${year}-${String(month).padStart(2, "0")}-01`);
  return { first, last: addDays(addMonths(first, MONTHS[kind]), -1) };
}

/** Period of that kind in which a day lies. */
export function periodOf(kind: ReturnForm["period"], day: CivilDate): Period {
  const year = day.slice(0, 4);
  const month = day.slice(5, 7);
  if (kind === "year") return year;
  return kind === "month" ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Periods of the form that have ended on a day, newest first, at most `most`, none that began before the form did. */
export function endedPeriods(
  form: Pick<ReturnForm, "period" | "from" | "until">,
  today: CivilDate,
  most: number,
): Period[] {
  const found: Period[] = [];
  let cursor = daysOf(form.period, periodOf(form.period, today))?.first ?? today;
  while (found.length < most) {
    const before = addDays(cursor, -1);
    const period = periodOf(form.period, before);
    cursor = daysOf(form.period, period)?.first ?? before;
    if (cursor < form.from) break;
    if (form.until === undefined || cursor <= form.until) found.push(period);
  }
  return found;
}

/** Last day on which a period's return is in time. */
export function dueDay(form: Pick<ReturnForm, "period" | "due">, period: Period): CivilDate {
  const days = daysOf(form.period, period);
  if (!days) throw new RangeError(`${period} is no ${form.period}.`);
  const month = addMonths(addDays(days.last, 1), form.due.months - 1);
  const end = addDays(addMonths(month, 1), -1);
  const day = addDays(month, form.due.day - 1);
  return day > end ? end : day;
}

/** Title of a period on screen: 2026年3月, 2026年第1季度, 2026年. */
export function periodTitle(period: Period): string {
  const [year, part] = period.split("-");
  if (part === undefined) return `${year}年`;
  return part.startsWith("Q") ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}
