import type { Behalf } from "../../kernel/actor.ts";

/** Things that a named relative may do: see and prepare. Money is confirmed by the person, or at a window. */
export const HELPED: readonly Behalf[] = ["record", "enrol", "group"];
