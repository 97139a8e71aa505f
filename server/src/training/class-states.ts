import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a class, from filing to end. */
export const classStates = defineStates({
  machine: "training-class",
  noun: WORDS.training.nouns.class,
  table: "training_class",
  birth: ["draft"],
  words: WORDS.training.states["training-class"],
  moves: {
    draft: ["submitted", "withdrawn"],
    submitted: ["approved", "returned", "withdrawn", "draft"],
    returned: ["submitted", "withdrawn"],
    withdrawn: [],
    approved: ["running", "cancelled"],
    cancelled: [],
    running: ["suspended", "completed"],
    suspended: ["running", "cancelled"],
    completed: ["closed"],
    closed: [],
  },
});

export type ClassState = keyof typeof classStates.states;
