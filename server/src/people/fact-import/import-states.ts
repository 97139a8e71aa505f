import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of an import: checked, handed in by the officer who sent it, confirmed by another of the office, recorded. */
export const importStates = defineStates({
  machine: "fact-import",
  noun: WORDS.people.nouns["fact-import"],
  table: "fact_import",
  birth: ["checking", "submitted"],
  words: WORDS.people.states["fact-import"],
  moves: {
    checking: ["ready", "refused"],
    ready: ["submitted", "discarded"],
    refused: [],
    submitted: ["applying", "discarded"],
    applying: ["applied", "ready"],
    applied: [],
    discarded: [],
  },
});
