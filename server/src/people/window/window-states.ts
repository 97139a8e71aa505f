import { WORDS } from "@jinengtong/words";
import { defineStates } from "../../kernel/states.ts";

/** States of an officer's service for somebody at the window. An open one also ends by itself when its time is over. */
export const windowStates = defineStates({
  machine: "window-session",
  noun: WORDS.people.nouns["window-session"],
  table: "window_session",
  birth: ["asked"],
  words: WORDS.people.states["window-session"],
  moves: { asked: ["open", "ended"], open: ["ended"], ended: [] },
});
