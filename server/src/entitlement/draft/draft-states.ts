import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of a draft of a policy package. */
export const draftStates = defineStates({
  machine: "policy-draft",
  noun: WORDS.entitlement.nouns["policy-draft"],
  table: "policy_draft",
  birth: ["open"],
  words: WORDS.entitlement.states["policy-draft"],
  moves: {
    open: ["submitted", "withdrawn"],
    submitted: ["open", "published"],
    published: [],
    withdrawn: [],
  },
});

export type DraftState = keyof (typeof WORDS.entitlement.states)["policy-draft"];
