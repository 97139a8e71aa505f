import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** A return from draft to locked; what was accepted changes only after the bureau opened it again with a reason. */
export const returnStates = defineStates({
  machine: "period-return",
  noun: WORDS.organisations.nouns["period-return"],
  table: "period_return",
  birth: ["draft"],
  words: WORDS.organisations.states["period-return"],
  moves: {
    draft: ["submitted"],
    submitted: ["agreed", "accepted", "returned"],
    agreed: ["accepted", "returned"],
    returned: ["submitted"],
    accepted: ["locked", "reopened"],
    locked: ["reopened"],
    reopened: ["submitted"],
  },
});

export type ReturnState = keyof typeof returnStates.states;

/** States in which a return is being filled in. */
export const OPEN: readonly ReturnState[] = ["draft", "returned", "reopened"];
