import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** Whether an organisation may start something new. Whatever it started before continues in every state. */
export const organisationStates = defineStates({
  machine: "organisation",
  noun: WORDS.organisations.nouns.organisation,
  table: "organisation",
  birth: ["active"],
  words: WORDS.organisations.states.organisation,
  moves: {
    active: ["suspended", "exited"],
    suspended: ["active", "exited"],
    exited: ["active"],
  },
});

export type OrganisationState = keyof typeof organisationStates.states;
