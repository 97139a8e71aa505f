import type { Fact } from "./fact-kinds.ts";

/** Days on which something happened or was counted. An end may lie ahead. */
const HAPPENED = ["from", "asOf", "obtainedOn", "grantedOn", "hiredOn"] as const;
const EARLIEST = "1940-01-01";

export interface ImplausibleDay {
  /** Field of the fact or group: `from`, `asOf` … */
  field: (typeof HAPPENED)[number];
  day: string;
  code: "day-ahead" | "day-long-past";
  sentence: string;
}

/** A day of a fact or group that is in the future, or beyond living memory; null if there is none. The same at every door. */
export function implausibleDay(content: Readonly<Record<string, unknown>>, today: string): ImplausibleDay | null {
  for (const field of HAPPENED) {
    const day = content[field];
    if (typeof day !== "string" || (day <= today && day >= EARLIEST)) continue;
    return day > today
      ? { field, day, code: "day-ahead", sentence: `${day} 还没有到，请核对日期。` }
      : { field, day, code: "day-long-past", sentence: `${day} 太早了，请核对日期。` };
  }
  return null;
}

/** The same of a fact, its benefit periods included. */
export function implausibleDayOf({ value }: Fact, today: string): ImplausibleDay | null {
  const periods = "periods" in value ? value.periods : [];
  for (const part of [value, ...periods]) {
    const found = implausibleDay(part, today);
    if (found !== null) return found;
  }
  return null;
}
