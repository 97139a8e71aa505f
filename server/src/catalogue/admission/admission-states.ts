import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** From an application to admission for one occupation and level, and out again. */
export const admissionStates = defineStates({
  machine: "admission",
  noun: WORDS.catalogue.nouns.admission,
  table: "admission",
  birth: ["draft"],
  words: WORDS.catalogue.states.admission,
  moves: {
    draft: ["submitted", "withdrawn"],
    submitted: ["inspecting", "returned", "withdrawn", "admitted", "refused"],
    inspecting: ["admitted", "refused", "returned"],
    returned: ["submitted", "withdrawn"],
    admitted: ["suspended", "exited"],
    suspended: ["admitted", "exited"],
    refused: [],
    withdrawn: [],
    exited: [],
  },
});

export type AdmissionState = keyof typeof admissionStates.states;
