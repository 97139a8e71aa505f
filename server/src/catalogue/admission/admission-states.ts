import { defineStates } from "../../kernel/states.ts";

export type AdmissionState =
  | "draft"
  | "submitted"
  | "inspecting"
  | "returned"
  | "admitted"
  | "refused"
  | "suspended"
  | "withdrawn"
  | "exited";

/** From an application to admission for one occupation and level, and out again. */
export const admissionStates = defineStates<AdmissionState>({
  machine: "admission",
  noun: "准入申请",
  table: "admission",
  birth: ["draft"],
  states: {
    draft: { label: "草稿", to: ["submitted", "withdrawn"] },
    submitted: { label: "待审核", to: ["inspecting", "returned", "withdrawn", "admitted", "refused"] },
    inspecting: { label: "考察中", to: ["admitted", "refused", "returned"] },
    returned: { label: "退回补正", to: ["submitted", "withdrawn"] },
    admitted: { label: "已准入", to: ["suspended", "exited"] },
    suspended: { label: "停业整顿", to: ["admitted", "exited"] },
    refused: { label: "不予准入", to: [] },
    withdrawn: { label: "已撤回", to: [] },
    exited: { label: "已退出", to: [] },
  },
});
