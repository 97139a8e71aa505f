import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a change to an approved class. Before the class runs it is applied at once unless it breaks a requirement; otherwise on approval. */
export const classChangeStates = defineStates({
  machine: "class-change",
  noun: WORDS.training.nouns["class-change"],
  table: "class_change",
  birth: ["submitted", "applied"],
  words: WORDS.training.states["class-change"],
  moves: {
    submitted: ["applied", "refused", "withdrawn"],
    applied: [],
    refused: [],
    withdrawn: [],
  },
});

export type ClassChangeState = keyof typeof classChangeStates.states;
