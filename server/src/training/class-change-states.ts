import { defineStates } from "../kernel/states.ts";

export type ClassChangeState = "submitted" | "applied" | "refused" | "withdrawn";

/** A change to a class after its approval. Before the class runs it is applied at once, afterwards by a reviewer. */
export const classChangeStates = defineStates<ClassChangeState>({
  machine: "class-change",
  noun: "变更申请",
  table: "class_change",
  birth: ["submitted", "applied"],
  states: {
    submitted: { label: "待审核", to: ["applied", "refused", "withdrawn"] },
    applied: { label: "已生效", to: [] },
    refused: { label: "未批准", to: [] },
    withdrawn: { label: "已撤回", to: [] },
  },
});
