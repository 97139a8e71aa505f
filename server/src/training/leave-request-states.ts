import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

/** States of a learner's wish to be away from a session. */
export const leaveRequestStates = defineStates({
  machine: "leave-request",
  noun: WORDS.training.nouns["leave-request"],
  table: "leave_request",
  birth: ["asked"],
  words: WORDS.training.states["leave-request"],
  moves: { asked: ["granted", "refused", "withdrawn"], granted: [], refused: [], withdrawn: [] },
});

export type LeaveRequestState = keyof typeof leaveRequestStates.states;
