import { type CodeOf, codeList } from "./code-list.ts";

/** What a roll call says of one person in one session. How much a mark counts is the class's rule, not the mark's. */
export const attendanceMarks = codeList({
  present: "出勤",
  absent: "缺勤",
  leave: "请假",
  late: "迟到",
  "left-early": "早退",
  sick: "病假",
});
export type AttendanceMark = CodeOf<typeof attendanceMarks>;
