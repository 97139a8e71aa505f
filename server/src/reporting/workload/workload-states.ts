import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** A school's work-load of a year: reckoned, confirmed by the school, accepted by the office, locked. */
export const workloadStates = defineStates({
  machine: "workload",
  noun: WORDS.reporting.nouns.workload,
  table: "workload",
  birth: ["draft"],
  words: WORDS.reporting.states.workload,
  moves: {
    draft: ["confirmed"],
    confirmed: ["returned", "accepted"],
    returned: ["confirmed"],
    accepted: ["locked", "returned"],
    locked: [],
  },
});
