import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of a pilot: proposed by the school, decided by the education office, perhaps withdrawn; results stay. */
export const pilotStates = defineStates({
  machine: "pilot",
  noun: WORDS.assessment.nouns.pilot,
  table: "pilot",
  birth: ["proposed"],
  words: WORDS.assessment.states.pilot,
  moves: { proposed: ["approved", "refused"], approved: ["withdrawn"], refused: [], withdrawn: [] },
});

/** Levels of these certificates in their own words: never one of the five 职业技能等级. */
export const PILOT_LEVELS = { junior: "初级", intermediate: "中级", senior: "高级" } as const;
