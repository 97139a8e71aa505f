import { defineStates } from "../kernel/states.ts";

export type EnrolmentState = "applied" | "enrolled" | "rejected" | "withdrawn" | "completed" | "failed";

/** One person in one class. Applied, enrolled, completed and failed hold a seat. */
export const enrolmentStates = defineStates<EnrolmentState>({
  machine: "enrolment",
  noun: "报名",
  table: "enrolment",
  birth: ["applied", "enrolled"],
  states: {
    applied: { label: "待确认", to: ["enrolled", "rejected", "withdrawn"] },
    enrolled: { label: "已入班", to: ["withdrawn", "completed", "failed"] },
    rejected: { label: "未录取", to: [] },
    withdrawn: { label: "已退班", to: [] },
    completed: { label: "已结业", to: [] },
    failed: { label: "未结业", to: [] },
  },
});
