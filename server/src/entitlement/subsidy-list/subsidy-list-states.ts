import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of one generation of a subsidy list. Adjusting makes a new generation; only the last one can be submitted. */
export const subsidyListStates = defineStates({
  machine: "subsidy-list",
  noun: WORDS.entitlement.nouns["subsidy-list"],
  table: "subsidy_list",
  birth: ["generated"],
  words: WORDS.entitlement.states["subsidy-list"],
  moves: {
    generated: ["superseded", "submitted"],
    superseded: [],
    submitted: [],
  },
});
