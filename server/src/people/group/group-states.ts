import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** A person's belonging to a target group (一.重点): declared with evidence, confirmed or rejected by the bureau. */
export const groupStates = defineStates({
  machine: "person-group",
  noun: "人群类别申报",
  table: "person_group",
  birth: ["declared", "confirmed"],
  states: {
    declared: { label: "待审核", to: ["confirmed", "rejected", "withdrawn"] },
    confirmed: { label: "已确认", to: ["ended"] },
    rejected: { label: "未通过", to: [] },
    withdrawn: { label: "已撤回", to: [] },
    ended: { label: "已终止", to: [] },
  },
});
