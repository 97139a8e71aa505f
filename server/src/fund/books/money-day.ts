import { type CivilDate, civilDate } from "@jinengtong/standards";
import { unacceptable } from "../../kernel/problem.ts";

/** Until this day of a month the month before is still open, for vouchers and bank returns that come a few days later. */
const CLOSING_DAY = 10;

/** First day that may still be booked on: what is earlier stands as it was published, and corrections appear in their own month. */
export function openFrom(today: CivilDate): CivilDate {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const before = day <= CLOSING_DAY ? 1 : 0;
  const first = new Date(Date.UTC(year, month - 1 - before, 1));
  return civilDate(first.toISOString().slice(0, 10));
}

/** An event before which the money could not move: its day, and its words after 「早于」. */
export interface Since {
  day: CivilDate | string;
  what: string;
}

/** Reason why money can't have moved on this day, or null: not after today, not before what must come first. */
export function implausibleDay(on: string, today: CivilDate, since: Since): string | null {
  if (on > today) return `日期 ${on} 晚于今天，请核对凭证或回单上的日期`;
  if (on < since.day) return `日期 ${on} 早于${since.what}（${since.day}），请核对凭证或回单上的日期`;
  return null;
}

/** Refuses a day on which the money can't have moved, pointing at the field. */
export function requireMoneyDay(field: string, on: string, today: CivilDate, since: Since): void {
  const reason = implausibleDay(on, today, since);
  if (reason !== null)
    throw unacceptable(on > today ? "date-in-future" : "date-too-early", `${reason}。`, [
      { pointer: `/${field}`, detail: `${reason}。` },
    ]);
}

/** Value date in the books of money that moved on `on`: its own day, or today once that month is closed. */
export const bookedOn = (on: string, today: CivilDate): string => (on < openFrom(today) ? today : on);
