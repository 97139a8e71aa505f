import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";
import "../tables.ts";

/** States of a person's target group (一.重点): declared with evidence, confirmed or rejected by the bureau. */
export const groupStates = defineStates({
  machine: "person-group",
  noun: WORDS.people.nouns["person-group"],
  table: "person_group",
  birth: ["declared", "confirmed"],
  words: WORDS.people.states["person-group"],
  moves: {
    declared: ["confirmed", "rejected", "withdrawn"],
    confirmed: ["ended", "revoked"],
    rejected: [],
    withdrawn: [],
    ended: ["revoked"],
    revoked: [],
  },
});
