import { isCivilDate, parseWrittenDate } from "@jinengtong/standards";

export interface DateParts {
  year: string;
  month: string;
  day: string;
}

/** `2020-03-01` as its parts; anything else as empty parts. */
export function splitDate(date: string): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (match === null) return { year: "", month: "", day: "" };
  return { year: match[1] ?? "", month: String(Number(match[2])), day: String(Number(match[3])) };
}

/** Date of three typed parts, or null if invalid (such as 2 月 30 日). */
export function joinDate({ year, month, day }: DateParts): string | null {
  if (!/^\d{4}$/u.test(year) || !/^\d{1,2}$/u.test(month) || !/^\d{1,2}$/u.test(day)) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

/** Parses a pasted date: `2020-3-1`, `2020/03/01`, `20200301`, `2020年3月1日`. */
export function parseDate(text: string): string | null {
  const date = parseWrittenDate(text);
  return date.ok ? date.value : null;
}
