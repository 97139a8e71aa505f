import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of training in a relative's place (十三): declared with proof, confirmed or rejected by the office that keeps that register. */
export const substitutionStates = defineStates({
  machine: "substitution",
  noun: WORDS.people.nouns.substitution,
  table: "substitution",
  birth: ["declared"],
  words: WORDS.people.states.substitution,
  moves: {
    declared: ["confirmed", "rejected", "withdrawn"],
    confirmed: ["ended"],
    rejected: [],
    withdrawn: [],
    ended: [],
  },
});
