import { defineStates } from "../kernel/states.ts";

export type ClassState =
  | "draft"
  | "submitted"
  | "returned"
  | "withdrawn"
  | "approved"
  | "cancelled"
  | "running"
  | "suspended"
  | "completed"
  | "closed";

/** A class from its filing to its end. */
export const classStates = defineStates<ClassState>({
  machine: "training-class",
  noun: "培训班",
  table: "training_class",
  birth: ["draft"],
  states: {
    draft: { label: "草稿", to: ["submitted", "withdrawn"] },
    submitted: { label: "待审核", to: ["approved", "returned", "withdrawn"] },
    returned: { label: "退回补正", to: ["submitted", "withdrawn"] },
    withdrawn: { label: "已撤回", to: [] },
    approved: { label: "已批准", to: ["running", "cancelled"] },
    cancelled: { label: "已取消", to: [] },
    running: { label: "开班中", to: ["suspended", "completed"] },
    suspended: { label: "已暂停", to: ["running", "cancelled"] },
    completed: { label: "已结业", to: ["closed"] },
    closed: { label: "已归档", to: [] },
  },
});
