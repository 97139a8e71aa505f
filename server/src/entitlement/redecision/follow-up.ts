import type { Outcome } from "@jinengtong/policy";
import type { ClaimState } from "../claim-states.ts";
import { GRANTED } from "../claim-states.ts";

/** The step that follows from a case decided again; labels in `packages/words`. */
export type Step = "none" | "redecide" | "claim" | "supplement" | "recover" | "replace" | "cancel" | "by-hand";

/** States in which nothing is granted yet and nothing has ended. */
const IN_HAND: readonly ClaimState[] = ["prepared", "submitted", "returned", "first-passed", "appealed"];

export interface Standing {
  state: ClaimState;
  outcome: Outcome;
  /** The amount that stands, in fen. */
  fen: number;
  /** A settlement whose recovery of an advance differs too, or supplements whose money is under way. */
  entangled: boolean;
}

/**
 * The step for a claim whose case comes out otherwise. An incomplete case takes nothing away and gives nothing: absent facts are never
 * assumed. A claim that its person ended stays ended.
 */
export function stepOf(claim: Standing, now: { outcome: Outcome; fen: number }): Step {
  const { state, outcome, fen } = claim;
  if (IN_HAND.includes(state)) return outcome === now.outcome && fen === now.fen ? "none" : "redecide";
  if (state === "refused") return now.outcome === "granted" && now.fen > 0 ? "claim" : "none";
  if (!GRANTED.includes(state) || now.outcome === "incomplete" || fen === now.fen) return "none";
  if (claim.entangled || state === "recovering") return "by-hand";
  if (now.fen > fen) return "supplement";
  if (state === "paid") return "recover";
  return now.fen > 0 ? "replace" : "cancel";
}
