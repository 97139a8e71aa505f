import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** A person's wish to have what is kept about them set right, and the office's answer. */
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
