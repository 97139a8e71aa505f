import { type CodeOf, codeList } from "./code-list.ts";

/** Mark of one person in one session's roll call. How much a mark counts is a rule of the class, not of the mark. */
export const attendanceMarks = codeList({
  present: "出勤",
  absent: "缺勤",
  leave: "请假",
  late: "迟到",
  "left-early": "早退",
  sick: "病假",
});
export type AttendanceMark = CodeOf<typeof attendanceMarks>;
