import type { Invariant } from "./invariant.ts";
import { noWorkLost } from "./no-work-lost.ts";
import { recomputed } from "./recomputed.ts";

/** All that must hold. A module adds its own with one file and one line here. */
export const invariants: Readonly<Record<string, Invariant>> = { noWorkLost, recomputed };
