import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of a licence as an employer entered it: the bureau verifies or rejects it. */
export const licenceStates = defineStates({
  machine: "work-licence",
  noun: WORDS.assessment.nouns["work-licence"],
  table: "work_licence",
  birth: ["entered"],
  words: WORDS.assessment.states["work-licence"],
  moves: { entered: ["verified", "rejected"], verified: [], rejected: [] },
});

/** States of a proposed class for reviews. */
export const reviewClassStates = defineStates({
  machine: "review-class",
  noun: WORDS.assessment.nouns["review-class"],
  table: "review_class",
  birth: ["proposed"],
  words: WORDS.assessment.states["review-class"],
  moves: { proposed: ["taken", "withdrawn"], taken: [], withdrawn: [] },
});
