import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of a change to a plan's quota; born released where the platform itself returns unused places. */
export const quotaChangeStates = defineStates({
  machine: "plan-quota-change",
  noun: WORDS.catalogue.nouns["plan-quota-change"],
  table: "plan_quota_change",
  birth: ["proposed", "released"],
  words: WORDS.catalogue.states["plan-quota-change"],
  moves: { proposed: ["released", "refused"], released: [], refused: [] },
});
