import type { County } from "../county.ts";

/** A sentence that holds every night of every county, and how it is looked up. Each file of this folder is one. */
export interface Invariant {
  sentence: string;
  /** `week`: too costly for each night; also on the last day. */
  each: "day" | "week";
  /** Breaches in words, without ids; empty where it holds. */
  check(county: County): Promise<string[]>;
}
