import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of a fact or group that one officer entered and another has to confirm. */
export const entryStates = defineStates({
  machine: "person-entry",
  noun: WORDS.people.nouns["person-entry"],
  table: "person_entry",
  birth: ["submitted"],
  words: WORDS.people.states["person-entry"],
  moves: { submitted: ["confirmed", "refused", "withdrawn"], confirmed: [], refused: [], withdrawn: [] },
});
