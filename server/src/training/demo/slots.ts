import type { CivilDate } from "@jinengtong/standards";
import { at } from "../../kernel/demo/county.ts";
import type { Slot } from "./class-types.ts";

export const MORNING: Slot = { from: "08:30:00", to: "11:30:00", hours: 4, shift: null };
const AFTERNOON: Slot = { from: "13:30:00", to: "16:30:00", hours: 4, shift: null };
const EVENING: Slot = { from: "18:30:00", to: "21:30:00", hours: 4, shift: null };

export const WORKING_DAY: readonly Slot[] = [MORNING, AFTERNOON];

/** With the three above these cover the day; none crosses midnight, which timetables forbid. */
const BETWEEN: readonly Slot[] = [
  { from: "00:00:00", to: "03:00:00", hours: 4, shift: "示例夜班课" },
  { from: "03:00:00", to: "06:00:00", hours: 4, shift: "示例夜班课" },
  { from: "06:00:00", to: "08:30:00", hours: 3, shift: "示例早班课" },
  { from: "11:30:00", to: "13:30:00", hours: 2, shift: "示例午间课" },
  { from: "16:30:00", to: "18:30:00", hours: 2, shift: "示例傍晚课" },
  { from: "21:30:00", to: "23:59:00", hours: 3, shift: "示例夜班课" },
];

/** The county may be made and viewed at any hour: for this long some session is in progress. */
const LOOKED_AT_MS = 90 * 60_000;

/** Time slot of a class that meets daily, on this date: by day, in the evening, and between them while the county is being made. */
export function everyDaySlots(date: CivilDate, now: Date): Slot[] {
  const begins = now.getTime();
  const between = BETWEEN.filter(
    ({ from, to }) => Date.parse(at(date, from)) < begins + LOOKED_AT_MS && Date.parse(at(date, to)) > begins,
  );
  return [...WORKING_DAY, EVENING, ...between].toSorted((a, b) => a.from.localeCompare(b.from));
}
