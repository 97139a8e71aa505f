import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of a request to join two records, or to part them again. */
export const joinStates = defineStates({
  machine: "person-join",
  noun: WORDS.people.nouns["person-join"],
  table: "person_join",
  birth: ["asked"],
  words: WORDS.people.states["person-join"],
  moves: { asked: ["done", "declined"], done: [], declined: [] },
});
