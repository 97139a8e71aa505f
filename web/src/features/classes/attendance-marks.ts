/** The six marks of attendance, each with a sign that is told apart without colour. */
export const attendanceMarks = {
  present: { word: "出勤", sign: "✓", tone: "text-accent" },
  late: { word: "迟到", sign: "迟", tone: "bg-turn-soft text-turn" },
  "left-early": { word: "早退", sign: "退", tone: "bg-turn-soft text-turn" },
  leave: { word: "请假", sign: "假", tone: "bg-paper-deep text-ink-2" },
  sick: { word: "病假", sign: "病", tone: "bg-paper-deep text-ink-2" },
  absent: { word: "缺勤", sign: "✕", tone: "bg-refuse-soft text-refuse" },
} as const;

export type AttendanceMark = keyof typeof attendanceMarks;

/** Source of a mark. */
export const methodWords: Record<string, string> = {
  "sign-in": "扫码签到",
  code: "扫码签到",
  qr: "扫码签到",
  "roll-call": "老师点名",
  correction: "更正",
};
