import type { AttendanceMark } from "./attendance-marks.ts";

/** A mark as it is given, with the minutes present where they count. */
export interface Given {
  mark: AttendanceMark;
  minutes?: number;
}

/** The keys of the six marks. */
export const markKeys = {
  "1": "present",
  "2": "late",
  "3": "left-early",
  "4": "leave",
  "5": "sick",
  "6": "absent",
} as const satisfies Record<string, AttendanceMark>;

/** Marks with minutes of presence. */
export const partly = (mark: AttendanceMark): boolean => mark === "late" || mark === "left-early";

/** Length of a session in minutes. */
export const minutesOf = (session: { startsAt: string; endsAt: string }): number =>
  Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);

/** Roll call is open from half an hour before to half an hour after the session. */
export function rollCallPhase(session: { startsAt: string; endsAt: string }, now: number): "before" | "open" | "over" {
  const half = 30 * 60_000;
  if (now < Date.parse(session.startsAt) - half) return "before";
  return now <= Date.parse(session.endsAt) + half ? "open" : "over";
}
