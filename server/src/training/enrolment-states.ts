import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of one person in one class. Applied, enrolled, completed and failed hold a seat. */
export const enrolmentStates = defineStates({
  machine: "enrolment",
  noun: WORDS.training.nouns.enrolment,
  table: "enrolment",
  birth: ["applied", "enrolled"],
  words: WORDS.training.states.enrolment,
  moves: {
    applied: ["enrolled", "rejected", "withdrawn"],
    enrolled: ["withdrawn", "completed", "failed"],
    rejected: [],
    withdrawn: [],
    completed: [],
    failed: [],
  },
});

export type EnrolmentState = keyof typeof enrolmentStates.states;
