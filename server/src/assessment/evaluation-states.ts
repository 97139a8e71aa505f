import { WORDS } from "@jinengtong/words";
import { defineStates } from "../kernel/states.ts";

const { nouns, states } = WORDS.assessment;

/** States of a body's filing (备案). */
export const filingStates = defineStates({
  machine: "evaluation-filing",
  noun: nouns["evaluation-filing"],
  table: "evaluation_filing",
  birth: ["submitted"],
  words: states["evaluation-filing"],
  moves: { submitted: ["approved", "returned"], approved: ["ended"], returned: [], ended: [] },
});

/** States of an entry in the register of examiners and supervisors. */
export const staffStates = defineStates({
  machine: "evaluation-staff",
  noun: nouns["evaluation-staff"],
  table: "evaluation_staff",
  birth: ["registered"],
  words: states["evaluation-staff"],
  moves: { registered: ["confirmed", "rejected"], confirmed: ["removed"], rejected: [], removed: [] },
});

/** States of a batch, from the plan to the archive. */
export const batchStates = defineStates({
  machine: "evaluation-batch",
  noun: nouns["evaluation-batch"],
  table: "evaluation_batch",
  birth: ["draft"],
  words: states["evaluation-batch"],
  moves: {
    draft: ["pending", "cancelled"],
    pending: ["approved", "rejected", "cancelled"],
    rejected: ["pending", "cancelled"],
    approved: ["published", "cancelled"],
    published: ["running", "cancelled"],
    running: ["held", "cancelled"],
    held: ["scored", "cancelled"],
    scored: ["publicised", "cancelled"],
    publicised: ["issued", "cancelled"],
    issued: ["archived"],
    archived: [],
    cancelled: [],
  },
});

/** States of a candidate's application. */
export const candidateStates = defineStates({
  machine: "evaluation-candidate",
  noun: nouns["evaluation-candidate"],
  table: "evaluation_candidate",
  birth: ["entered"],
  words: states["evaluation-candidate"],
  moves: {
    entered: ["admitted", "refused", "withdrawn"],
    admitted: ["withdrawn"],
    refused: ["entered"],
    withdrawn: [],
  },
});

/** States of an objection to a publicised result. */
export const evaluationObjectionStates = defineStates({
  machine: "evaluation-objection",
  noun: nouns["evaluation-objection"],
  table: "evaluation_objection",
  birth: ["open"],
  words: states["evaluation-objection"],
  moves: { open: ["upheld", "refused"], upheld: [], refused: [] },
});

export type BatchState = keyof typeof batchStates.states;
export const BATCH_STATES = Object.keys(batchStates.states) as BatchState[];
