import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of what a learner says of a class. A published word can still be taken down by the bureau or back by its author. */
export const classFeedbackStates = defineStates({
  machine: "class-feedback",
  noun: WORDS.assessment.nouns["class-feedback"],
  table: "class_feedback",
  birth: ["submitted"],
  words: WORDS.assessment.states["class-feedback"],
  moves: {
    submitted: ["published", "refused", "withdrawn"],
    published: ["refused", "withdrawn"],
    refused: [],
    withdrawn: [],
  },
});
