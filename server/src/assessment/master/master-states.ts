import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of an enterprise's scheme of master grades. */
export const schemeStates = defineStates({
  machine: "master-scheme",
  noun: WORDS.assessment.nouns["master-scheme"],
  table: "master_scheme",
  birth: ["filed"],
  words: WORDS.assessment.states["master-scheme"],
  moves: { filed: ["accepted", "returned"], accepted: ["ended"], returned: [], ended: [] },
});

/** States of an appointment: publicised by the enterprise, listed by the bureau, ended. */
export const appointmentStates = defineStates({
  machine: "master-appointment",
  noun: WORDS.assessment.nouns["master-appointment"],
  table: "master_appointment",
  birth: ["publicised"],
  words: WORDS.assessment.states["master-appointment"],
  moves: { publicised: ["dropped", "listed"], dropped: [], listed: ["ended"], ended: [] },
});

export const GRADES = { special: "特级技师", chief: "首席技师" } as const;
