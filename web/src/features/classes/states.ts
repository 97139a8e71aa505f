import type { StatusKind } from "../../kit/StatusMark.tsx";

const classKinds: Record<string, StatusKind> = {
  draft: "turn",
  submitted: "waiting",
  returned: "turn",
  withdrawn: "ended",
  approved: "waiting",
  cancelled: "ended",
  running: "doing",
  suspended: "late",
  completed: "done",
  closed: "ended",
};

const enrolmentKinds: Record<string, StatusKind> = {
  applied: "turn",
  enrolled: "doing",
  rejected: "ended",
  withdrawn: "ended",
  completed: "done",
  failed: "refused",
};

/** How the state of a class looks to the organisation that runs it. */
export const classKind = (state: string): StatusKind => classKinds[state] ?? "waiting";

/** How the state of an enrolment looks to the organisation that runs the class. */
export const enrolmentKind = (state: string): StatusKind => enrolmentKinds[state] ?? "waiting";

/** The states of enrolments, as filters offer them. */
export const enrolmentStateChoices = [
  { value: "applied", label: "待确认" },
  { value: "enrolled", label: "已入班" },
  { value: "completed", label: "已结业" },
  { value: "failed", label: "未结业" },
  { value: "withdrawn", label: "已退班" },
  { value: "rejected", label: "未录取" },
] as const;

/** The states of classes, as filters offer them. */
export const classStateChoices = [
  { value: "draft", label: "草稿" },
  { value: "returned", label: "退回补正" },
  { value: "submitted", label: "待审核" },
  { value: "approved", label: "已批准" },
  { value: "running", label: "开班中" },
  { value: "suspended", label: "已暂停" },
  { value: "completed", label: "已结业" },
  { value: "closed", label: "已归档" },
  { value: "cancelled", label: "已取消" },
  { value: "withdrawn", label: "已撤回" },
] as const;
