import { defineStates } from "../kernel/states.ts";

export type DeclarationState = "declared" | "confirmed" | "rejected" | "withdrawn";

/** A certificate obtained elsewhere, from its declaration to an officer's word on it. */
export const declarationStates = defineStates<DeclarationState>({
  machine: "certificate-declaration",
  noun: "证书申报",
  table: "certificate_declaration",
  birth: ["declared"],
  states: {
    declared: { label: "待核验", to: ["confirmed", "rejected", "withdrawn"] },
    confirmed: { label: "已确认", to: [] },
    rejected: { label: "未通过", to: [] },
    withdrawn: { label: "已撤回", to: [] },
  },
});
