import type { StatusKind } from "../../../kit/StatusMark.tsx";

const KINDS: Readonly<Record<string, StatusKind>> = {
  submitted: "turn",
  inspecting: "turn",
  returned: "waiting",
  admitted: "done",
  suspended: "late",
  refused: "refused",
  withdrawn: "ended",
  exited: "ended",
};

/** How an admission's state looks to the office. */
export const admissionKind = (state: string): StatusKind => KINDS[state] ?? "waiting";

export const admissionStateChoices = [
  { value: "admitted", label: "已准入" },
  { value: "suspended", label: "停业整顿" },
  { value: "submitted", label: "待审核" },
  { value: "inspecting", label: "考察中" },
  { value: "returned", label: "退回补正" },
  { value: "refused", label: "不予准入" },
  { value: "withdrawn", label: "已撤回" },
  { value: "exited", label: "已退出" },
] as const;

/** The ladder of sanctions, from a talk to the loss of the licence. */
export const sanctionSteps = [
  { value: "talk", label: "约谈", description: "记录在案，准入不变" },
  { value: "rectification", label: "限期整改", description: "记录在案，准入不变" },
  { value: "suspension", label: "停业整顿", description: "暂停准入，不能开新班，可以恢复" },
  { value: "removal", label: "移出目录", description: "退出准入，移出公布的名单" },
  { value: "blacklist", label: "列入黑名单", description: "退出准入，不再受理" },
  { value: "revocation", label: "吊销资质", description: "退出准入，抄送发证机关" },
] as const;

export type Sanction = (typeof sanctionSteps)[number]["value"];
