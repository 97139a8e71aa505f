import { defineStates } from "../../kernel/states.ts";

/** Whether an organisation may begin something new. What it began before goes on in every state. */
export const organisationStates = defineStates({
  machine: "organisation",
  noun: "单位",
  table: "organisation",
  birth: ["active"],
  states: {
    active: { label: "正常", to: ["suspended", "exited"] },
    suspended: { label: "暂停", to: ["active", "exited"] },
    exited: { label: "已退出", to: ["active"] },
  },
});

export type OrganisationState = keyof typeof organisationStates.states;
