import { addDays, civilDate, daysBetween, type CivilDate } from "@jinengtong/standards";
import type { Period } from "./shape.ts";

/** Day numbers fit 16 bits: 1 is 2000-01-01, 0 is no date, the last is in 2179. */
const BEFORE = civilDate("1999-12-31");
export const LAST_DAY = 65_535;

export const dayOf = (date: CivilDate): number => Math.min(Math.max(daysBetween(BEFORE, date), 0), LAST_DAY);

export const dateOf = (day: number): CivilDate => addDays(BEFORE, day);

/** SQL for the day number of a date column. */
export const daySql = (column: string): string => `coalesce(${column} - date '${BEFORE}', 0)`;

/** Code of the period of a date: 2020, 2020-Q1, 2020-03. Codes sort by time. */
export function periodCode(period: Period, date: CivilDate): string {
  if (period === "year") return date.slice(0, 4);
  if (period === "month") return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

export function periodLabel(code: string): string {
  const [year, part] = code.split("-");
  if (part === undefined) return `${year}年`;
  return part.startsWith("Q") ? `${year}年${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}
