/** Stored decisions, decided again: the same facts under the same package must give the same outcome for ever. */
import { decide } from "./adjudicate.ts";
import type { Policy } from "./compile.ts";
import type { Outcome } from "./types.ts";
import { validateCase } from "./validate-case.ts";

/** Stored part of a decision: facts, package digest and outcome. The trace is derived again. */
export interface StoredDecision {
  /** The case as it was decided. */
  case: unknown;
  digest: string;
  outcome: Outcome;
  amountFen?: number | null;
  recoverFen?: number | null;
}

export interface ReplayDifference {
  /** Position among the stored decisions, from 0. */
  index: number;
  id: string;
  kind: "unknown-digest" | "invalid-case" | "outcome" | "amount" | "recover";
  stored: string;
  now: string;
}

export interface Replay {
  total: number;
  differences: ReplayDifference[];
}

function idOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : "";
}

/** Replays one stored decision; null where it comes out the same. */
export function replayOne(
  known: ReadonlyMap<string, Policy>,
  stored: StoredDecision,
  index: number,
): ReplayDifference | null {
  const id = idOf(stored.case);
  const policy = known.get(stored.digest);
  if (policy === undefined) return { index, id, kind: "unknown-digest", stored: stored.digest, now: "" };
  const validated = validateCase(stored.case, policy);
  if (!validated.ok) {
    return {
      index,
      id,
      kind: "invalid-case",
      stored: stored.outcome,
      now: `${validated.error.path} ${validated.error.message}`,
    };
  }
  const now = decide(policy, validated.case);
  if (now.outcome !== stored.outcome) return { index, id, kind: "outcome", stored: stored.outcome, now: now.outcome };
  const amount = stored.amountFen ?? 0;
  if (now.amountFen !== amount)
    return { index, id, kind: "amount", stored: String(amount), now: String(now.amountFen) };
  const recover = stored.recoverFen ?? 0;
  if (now.recoverFen !== recover)
    return { index, id, kind: "recover", stored: String(recover), now: String(now.recoverFen) };
  return null;
}

/** Finds policies by digest. */
export function policiesByDigest(policies: Iterable<Policy>): Map<string, Policy> {
  return new Map([...policies].map((policy) => [policy.digest, policy]));
}

/** Replays stored decisions with the policies at hand and reports every difference. */
export function replay(policies: Iterable<Policy>, stored: Iterable<StoredDecision>): Replay {
  const known = policiesByDigest(policies);
  const differences: ReplayDifference[] = [];
  let total = 0;
  for (const one of stored) {
    const difference = replayOne(known, one, total);
    if (difference !== null) differences.push(difference);
    total += 1;
  }
  return { total, differences };
}
