import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of a correction request, from the person's request to the office's answer. */
export const correctionStates = defineStates({
  machine: "fact-correction",
  noun: WORDS.people.nouns["fact-correction"],
  table: "fact_correction",
  birth: ["asked"],
  words: WORDS.people.states["fact-correction"],
  moves: {
    asked: ["accepted", "declined", "withdrawn"],
    accepted: [],
    declined: [],
    withdrawn: [],
  },
});

export type CorrectionState = keyof typeof correctionStates.states;
