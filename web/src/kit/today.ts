import { formatInstant } from "./format.ts";

/** The civil date of now in Beijing. */
export const today = (): string => formatInstant(new Date()).slice(0, 10);

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"] as const;

/** 周三, of a civil date. */
export const weekdayOf = (date: string): string => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";

/** A civil date some days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of the week of a civil date. */
export const mondayOf = (date: string): string =>
  daysAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
