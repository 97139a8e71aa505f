import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a certificate obtained elsewhere, from declaration to decision. */
export const declarationStates = defineStates({
  machine: "certificate-declaration",
  noun: WORDS.assessment.nouns["certificate-declaration"],
  table: "certificate_declaration",
  birth: ["declared"],
  words: WORDS.assessment.states["certificate-declaration"],
  moves: {
    declared: ["confirmed", "rejected", "withdrawn"],
    confirmed: [],
    rejected: [],
    withdrawn: [],
  },
});

export type DeclarationState = keyof typeof declarationStates.states;
