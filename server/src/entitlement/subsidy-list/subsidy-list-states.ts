import { defineStates } from "../../kernel/states.ts";

/** One generation of a class's subsidy list. Adjusting makes a new generation; only the last one can be submitted. */
export const subsidyListStates = defineStates({
  machine: "subsidy-list",
  noun: "班级补贴名单",
  table: "subsidy_list",
  birth: ["generated"],
  states: {
    generated: { label: "待提交", to: ["superseded", "submitted"] },
    superseded: { label: "已被新名单取代", to: [] },
    submitted: { label: "已提交", to: [] },
  },
});
