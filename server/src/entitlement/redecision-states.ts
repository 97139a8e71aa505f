import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a redecision under corrected law: decided into a list, signed by two, carried out. */
export const redecisionStates = defineStates({
  machine: "redecision",
  noun: WORDS.entitlement.nouns.redecision,
  table: "redecision",
  birth: ["deciding"],
  words: WORDS.entitlement.states.redecision,
  moves: {
    deciding: ["listed", "withdrawn"],
    listed: ["signed", "withdrawn"],
    signed: ["carrying-out", "withdrawn"],
    "carrying-out": ["done"],
    done: [],
    withdrawn: [],
  },
});

export type RedecisionState = keyof typeof redecisionStates.states;
