import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A county's rule of attendance for completing a class. */
export type AttendanceRule = Output<Api["attendanceRules"]["list"]>["rows"][number];

/** The rule in words. */
export const wordsOf = ({ minimumPercent, sufficient }: AttendanceRule): string => {
  if (minimumPercent === 0) return "不作出勤要求";
  return sufficient ? `出勤达到 ${minimumPercent}% 即可结业` : `满课时，且出勤不低于 ${minimumPercent}%`;
};
