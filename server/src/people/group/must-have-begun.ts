import { unacceptable } from "../../kernel/problem.ts";
import { implausibleDay } from "../fact/plausible-days.ts";

/** Refuses a group that begins on a day to come, or beyond living memory. */
export function mustHaveBegun(validFrom: string, today: string): void {
  const day = implausibleDay({ from: validFrom }, today);
  if (day === null) return;
  throw unacceptable(day.code, day.sentence, [{ pointer: "/validFrom", detail: day.sentence }]);
}
