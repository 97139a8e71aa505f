import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

export type CorrectionState = "asked" | "accepted" | "declined" | "withdrawn";

/** A person's wish to have what is kept about them set right, and the office's answer. */
export const correctionStates = defineStates<CorrectionState>({
  machine: "fact-correction",
  noun: "更正申请",
  table: "fact_correction",
  birth: ["asked"],
  states: {
    asked: { label: "待核实", to: ["accepted", "declined", "withdrawn"] },
    accepted: { label: "已更正", to: [] },
    declined: { label: "未更正", to: [] },
    withdrawn: { label: "已撤回", to: [] },
  },
});
