import { type CodeOf, codeList } from "./code-list.ts";

/** Reason why a learner did not complete a class. */
export const nonCompletions = codeList({
  "hours-short": "课时或出勤不足",
  absent: "缺考",
  "exam-failed": "考核不合格",
  left: "中途离班",
  other: "其他",
});
export type NonCompletion = CodeOf<typeof nonCompletions>;
